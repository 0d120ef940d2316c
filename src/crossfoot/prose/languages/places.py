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
    "sunday organisation organization ministère programme fonds nations croix association oms who le la "
    "les un une ce cette ces il elle on nous god internet phase day week comrade "
    "circular briefing"
)
# what a section of a report is called: no place
SECTIONS = _words(
    "laboratory laboratoire hotline hotlines surveillance logistics logistique coordination communication "
    "communications finance funding financement approvisionnement education éducation nutrition protection "
    "shelter abris wash eha health santé security sécurité needs besoins response réponse gaps lacunes "
    "challenges défis partners partenaires training formation formations bp po cumul cumulative indicator "
    "indicateur indicateurs indicators outbreak epidemic épidémie flambée personnel staff agents travailleurs "
    "hospitalisation hospitalisations admissions sorties discharges enterrements burials inhumations "
    "échantillons samples specimens tests prélèvements stocks stock intrants supplies livestock houses maisons "
    "crops cultures schools écoles infrastructure infrastructures bilan résumé summary faits points actions "
    "activities activités recommendations recommandations contexte context constraints contraintes target cible "
    "seizures saisies arrests arrestations heroin cocaine cannabis opium males femmes hommes quelque selon "
    "box sexe âge lits vaccines vaccins doses bénéficiaires beneficiaries households ménages familles families"
)
CAPITALS = _words("capitale capital ville city")
SHORT_COUNTRIES = frozenset({"USA", "UAE", "DRC", "RDC", "RCA", "CAR", "UK", "US"})
COUNTRIES = (
    "Afghanistan|Afrique du Sud|Algeria|Algérie|Angola|Argentina|Australia|Bangladesh|Benin|Bénin|Bolivia|"
    "Botswana|Brazil|Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Cameroun|Central African Republic|"
    "République centrafricaine|Chad|Tchad|China|Chine|Colombia|Comoros|Comores|Congo|Côte d'Ivoire|"
    "Democratic Republic of the Congo|République démocratique du Congo|Djibouti|Ecuador|Egypt|Égypte|"
    "Equatorial Guinea|Guinée équatoriale|Eritrea|Érythrée|Eswatini|Ethiopia|Éthiopie|France|Gabon|Gambia|"
    "The Gambia|Gambie|Germany|Ghana|Guatemala|Guinea|Guinée|Guinea-Bissau|Guinée-Bissau|Haiti|Haïti|Honduras|"
    "India|Inde|Indonesia|Iran|Iraq|Irak|Italy|Italie|Ivory Coast|Japan|Jordanie|Kenya|Laos|Lebanon|Liban|"
    "Lesotho|Liberia|Libéria|Libya|Libye|Madagascar|Malawi|Malaysia|Mali|Maroc|Morocco|Mauritanie|Mauritania|"
    "Mexico|Mexique|Mozambique|Myanmar|Namibia|Nepal|Népal|Nicaragua|Niger|Nigeria|Nigéria|Pakistan|"
    "Papua New Guinea|Paraguay|Peru|Pérou|Philippines|Rwanda|Saudi Arabia|Senegal|Sénégal|Sierra Leone|Somalia|"
    "Somalie|South Africa|South Sudan|Soudan|Soudan du Sud|Spain|Espagne|Sri Lanka|Sudan|Syria|Syrie|Tanzania|"
    "Tanzanie|Thailand|Togo|Tunisia|Tunisie|Turkey|Turquie|Uganda|Ouganda|Ukraine|United Kingdom|United States|"
    "United States of America|États-Unis|Uruguay|Uzbekistan|Venezuela|Vietnam|Viet Nam|Yemen|Yémen|Zambia|"
    "Zambie|Zimbabwe"
).lower().split("|")
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
