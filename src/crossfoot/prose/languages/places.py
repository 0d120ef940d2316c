"""Words about places, for all languages together: kinds of areas, groups, countries by their people."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ADMINISTRATIVE = _words(
    "province county district prefecture city town village region state municipality commune parish "
    "department ward "
    "regions provinces counties districts cities towns villages préfecture région ville zone "
    "arrondissement quartier "
    "village cercle wilaya governorate island islands oblast departments territory canton "
    "sub-district township "
    "préfectures régions villes communes départements sous-préfecture département territoire"
)
GROUPS = ADMINISTRATIVE | _words("countries areas places sites pays localities localités hospitals states")
INCLUDING = _words("including namely like dont notamment")
LABEL_NOUNS = _words(
    "total totals cases case deaths death date note notes source sources table figure number numbers "
    "week day days month "
    "to from subject summary highlights key situation update background response total: new "
    "confirmed suspected probable "
    "cumulative alert alerts contacts contact samples sex sexe age women men female male females "
    "males children adults "
    "date décès cas nombre confirmés suspects probables contacts guéris alertes objet tel fax email "
    "phone time title "
    "examples example developments instance overview introduction conclusion results methods "
    "objective population "
    "attendance duration price cost weight height length width speed score rating revenue profit "
    "sales budget "
    "measles cholera ebola polio malaria dengue covid plague meningitis rougeole choléra paludisme "
    "mpox diphtheria "
    "vaccination vaccinations hospitalised hospitalized discharged recovered births visits beds "
    "suspects admissions"
)
NOT_PLACES = _words(
    "i mr mrs ms dr the a an this that these those it he she they we you who unicef msf ifrc ocha "
    "cdc un eu covid ebola "
    "zika hiv aids covid-19 president minister ministry government monday tuesday wednesday thursday "
    "friday saturday "
    "sunday le la les un une ce cette ces il elle on nous god internet phase day week comrade "
    "circular briefing"
)
DEMONYMS = {
    "china": "China", "chinese": "China", "india": "India", "indian": "India", "liberia": "Liberia",
    "liberian": "Liberia", "guinea": "Guinea", "guinean": "Guinea", "nigeria": "Nigeria",
    "nigerian": "Nigeria",
    "kenya": "Kenya", "kenyan": "Kenya", "ethiopia": "Ethiopia", "ethiopian": "Ethiopia", "uganda": "Uganda",
    "ugandan": "Uganda", "tanzania": "Tanzania", "ghana": "Ghana", "mali": "Mali", "niger": "Niger",
    "chad": "Chad",
    "senegal": "Senegal", "cameroon": "Cameroon", "congo": "Congo", "sudan": "Sudan", "sudanese": "Sudan",
    "somalia": "Somalia", "somali": "Somalia", "rwanda": "Rwanda", "burundi": "Burundi", "angola": "Angola",
    "mozambique": "Mozambique", "zambia": "Zambia", "zimbabwe": "Zimbabwe", "malawi": "Malawi",
    "egypt": "Egypt",
    "egyptian": "Egypt", "morocco": "Morocco", "yemen": "Yemen", "yemeni": "Yemen", "syria": "Syria",
    "syrian": "Syria", "iraq": "Iraq", "iraqi": "Iraq", "iran": "Iran", "afghanistan": "Afghanistan",
    "afghan": "Afghanistan", "pakistan": "Pakistan", "pakistani": "Pakistan", "bangladesh": "Bangladesh",
    "nepal": "Nepal", "myanmar": "Myanmar", "vietnam": "Vietnam", "vietnamese": "Vietnam",
    "thailand": "Thailand",
    "indonesia": "Indonesia", "indonesian": "Indonesia", "philippines": "Philippines", "japan": "Japan",
    "japanese": "Japan", "france": "France", "french": "France", "italy": "Italy", "italian": "Italy",
    "germany": "Germany", "german": "Germany", "spain": "Spain", "spanish": "Spain", "haiti": "Haiti",
    "haïti": "Haïti", "guinée": "Guinée", "guinéenne": "Guinée", "libéria": "Libéria", "sénégal": "Sénégal",
    "cameroun": "Cameroun", "tchad": "Tchad", "mexico": "Mexico", "mexican": "Mexico", "brazil": "Brazil",
    "brazilian": "Brazil", "peru": "Peru", "colombia": "Colombia", "ukraine": "Ukraine", "russia": "Russia",
    "canada": "Canada", "australia": "Australia", "chine": "Chine", "inde": "Inde", "bénin": "Bénin",
    "togo": "Togo",
    "madagascar": "Madagascar", "mauritanie": "Mauritanie", "gabon": "Gabon",
}  # fmt: skip
