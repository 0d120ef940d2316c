"""The units of measure: their codes, symbols and names. Data, and the tables made from it."""

_PREFIXES = {
    "p": "pico", "n": "nano", "µ": "micro", "m": "milli", "c": "centi", "d": "deci", "h": "hecto",
    "k": "kilo",
    "M": "mega", "G": "giga", "T": "tera", "f": "femto",
}  # fmt: skip

# code | the prefixes that are used with it | English names | French names
_PREFIXED = """
m|pnµmcdhkMGf|metre meter|mètre
g|pnµmckMG|gram gramme|gramme
l|nµmcdhkM|litre liter|litre
s|pnµmf|second sec|seconde
Hz|mkMGT|hertz|hertz
N|µmkM|newton|newton
Pa|µmhkMG|pascal|pascal
J|nµmkMGT|joule|joule
W|pnµmkMGT|watt|watt
V|nµmkM|volt|volt
A|pnµmk|ampere amp|ampère
Ω|mkMG|ohm|ohm
K|nµm|kelvin|kelvin
T|pnµm|tesla|tesla
Wh|mkMGT|watt-hour watthour|wattheure
eV|mkMGT|electronvolt electron-volt|électronvolt
mol|pnµmk|mole|mole
Bq|mkMGT|becquerel|becquerel
Gy|µmck|gray|gray
Sv|nµm|sievert|sievert
bit|kMGT|bit|bit
B|kMGT|byte|octet
cal|k|calorie|calorie
bar|µm|bar|bar
pc|kMG|parsec|parsec
t|kMG|tonne ton|tonne
F|pnµm|farad|farad
Jy|µmk|jansky|jansky
lm|m|lumen|lumen
lx|k|lux|lux
Da|kM|dalton|dalton
bps|kMGT|bit-per-second|bit-par-seconde
M|pnµm|molar|molaire
rad|µm|radian|radian
Ci|µm|curie|curie
C|mµn|coulomb|coulomb
yr|kMG|year|an année
VA|kMG|volt-ampere|
"""
# code | other symbols | English names | French names
_PLAIN = """
min|mins|minute|minute
h|hr hrs|hour|heure
day|d|day|jour journée
week|wk wks|week|semaine
month|mo mos|month|mois
year|yr yrs a|year|an année
decade||decade|décennie
century||century|siècle
night||night|nuit
ha||hectare|hectare
acre|ac|acre|acre
are|||
mi||mile|mille-anglais
ft|′ '|foot feet|pied
in|″ "|inch|pouce
yd|yds|yard|yard
nmi||nautical-mile|mille-marin
furlong||furlong|
fathom||fathom|
au|AU|astronomical-unit|
ly||light-year lightyear|année-lumière
lb|lbs lb.|pound-mass|livre
oz||ounce|once
st||stone|
gal||gallon|gallon
qt||quart|
pt||pint|pinte
cup||cup|
tbsp||tablespoon|
tsp||teaspoon|
bbl||barrel|baril
boe|||
bushel|bu|bushel|boisseau
quintal|q|quintal|quintal
°C|℃ ºC|celsius degree-celsius centigrade degree-centigrade|celsius degré-celsius
°F|℉ ºF|fahrenheit degree-fahrenheit|fahrenheit degré-fahrenheit
°|º deg|degree|degré
arcmin||arcminute arc-minute|
arcsec||arcsecond arc-second|
mph||mile-per-hour|
kn|kts kt|knot|nœud
rpm||revolution-per-minute|tour-par-minute
hp|bhp PS|horsepower|cheval-vapeur
Btu|BTU BTUs|british-thermal-unit|
psi||pound-per-square-inch|
atm||atmosphere|atmosphère
mmHg||millimetre-of-mercury|
dB|dBm dBA|decibel|décibel
ppm||part-per-million|
ppb||part-per-billion|
IU|UI|international-unit|
CFU|cfu|colony-forming-unit|
Å||angstrom|ångström
micron||micron|micron
tael|||tael
jin|||
mu|||
carat|ct|carat|carat
Ma||megayear|
Ga||gigayear|
ka||kiloyear|
mAh||milliampere-hour|
Ah||ampere-hour|
dpi||dot-per-inch|
px||pixel|pixel
bp||base-pair|
kb|||
nt||nucleotide|
fps||frame-per-second|
tpd||ton-per-day|
turn||turn|tour
bit/s||bit-per-second|
bps|||
sigma|σ||
kbp|||
Mbp|||
wt%|||
vol%|||
rev||revolution|
dram||dram drachma|
fb||femtobarn|
pb||picobarn|
nb||nanobarn|
barn||barn|
Myr|My|million-year|
kyr|ky|thousand-year|
µas||microarcsecond|
mas||milliarcsecond|
µatm||microatmosphere|
Gb|||
Mb|||
gauss||gauss|
erg||erg|
dyn||dyne|
centistoke||centistoke|
poise||poise|
torr|Torr|torr|
kph|kmh kmph|kilometre-per-hour kilometer-per-hour|
mi/gal|mpg|mile-per-gallon|
N m|Nm|newton-metre newton-meter|
lb ft|lbft|pound-foot pound-feet lb-ft|
U|kU|enzyme-unit|
megapixel|Mpx MP|megapixel|
cc|ccm|cubic-centimetre cubic-centimeter|
sqkm|||
sqft|||
hundredweight|cwt|hundredweight|
league||league|
hand|||
kibibyte|KiB|kibibyte|
mebibyte|MiB|mebibyte|
"""
_MONEY = """
USD|us$ usd $us|us-dollar u.s.-dollar american-dollar united-states-dollar|dollar-américain dollar-us
USD|$|dollar buck|dollar
EUR|€ eur|euro|euro
GBP|£ gbp stg£ £stg|pound-sterling british-pound sterling|livre-sterling
JPY|¥ jpy jp¥|yen japanese-yen|yen
CNY|cny rmb cn¥|yuan renminbi chinese-yuan|yuan
INR|₹ rs inr rs. re|rupee indian-rupee|roupie
CHF|chf sfr|swiss-franc|franc-suisse
CAD|c$ cad ca$ can$ cad$|canadian-dollar|dollar-canadien
AUD|a$ aud au$ aus$ aud$|australian-dollar|dollar-australien
HKD|hk$ hkd|hong-kong-dollar|
NZD|nz$ nzd$ nzd|new-zealand-dollar|
SGD|s$ sgd|singapore-dollar|
TWD|nt$ twd|taiwan-dollar new-taiwan-dollar|
MXN|mex$ mxn$ mxn|mexican-peso peso|peso
BRL|r$ brl|brazilian-real real reais|
RUB|rub ₽|rouble ruble russian-ruble russian-rouble|rouble
KRW|₩ krw|south-korean-won won|won
NGN|₦ ngn|naira nigerian-naira|naira
XOF|fcfa f.cfa xof cfa xaf|cfa-franc|franc-cfa francs-cfa
GNF|gnf|guinean-franc|franc-guinéen
FRF|ff|franc french-franc|franc
DEM|dm dem|mark german-mark deutsche-mark deutschmark|mark
SEK|sek skr|swedish-krona swedish-crown krona kronor|
NOK|nok nkr|norwegian-krone norwegian-crown|
DKK|dkk dkr|danish-krone danish-crown krone kroner|
FIM|fim|markka finnish-markka finmark|
PKR|pkr|pakistani-rupee|
BDT|bdt tk ৳|taka bangladeshi-taka|
KES|kes ksh kshs|kenyan-shilling shilling|
TZS|tzs tsh|tanzanian-shilling|
UGX|ugx ush|ugandan-shilling|
ZAR|zar|south-african-rand rand|
GHS|ghs gh₵|cedi|
THB|thb ฿|baht thai-baht|
IDR|idr rp|rupiah indonesian-rupiah|
PHP|php ₱|philippine-peso|
VND|vnd ₫|dong|
TRY|try ₺|turkish-lira lira|
ILS|ils nis ₪|shekel|
SAR|sar|saudi-riyal riyal|
AED|aed dhs|dirham|
EGP|egp|egyptian-pound|
ITL|itl|italian-lira|
ESP|pta ptas|peseta|
cent|¢|cent us-cent|centime
penny|p|penny pence|
BTC|btc ₿|bitcoin|
HTG|htg|gourde|gourde
ETB|etb|birr|
LKR|lkr|sri-lankan-rupee|
NPR|npr|nepalese-rupee|
MYR|myr rm|ringgit malaysian-ringgit|
ARS|ars|argentine-peso|
CRC|crc ₡|costa-rican-colon|
GEL|gel ₾|lari georgian-lari|
LAK|lak ₭|kip|
NLG|nlg|guilder dutch-guilder|
UAH|uah ₴|hryvnia|
PYG|pyg ₲|guarani|
KZT|kzt ₸|tenge|
PLN|pln|zloty|
HUF|huf|forint|
CZK|czk|czech-crown|
IRR|irr|iranian-rial|
COP|cop|colombian-peso|
CLP|clp|chilean-peso|
CDF|cdf fc|congolese-franc|franc-congolais
"""


def _rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().splitlines()]


def _add_names(names: dict[str, str], code: str, words: str, prefix: str = "") -> None:
    for word in words.split():
        name = prefix + word.replace("-", " ")
        names.setdefault(name, code)
        names.setdefault(name + "s", code)
        first, space, rest = name.partition(" ")
        if space:
            names.setdefault(f"{first}s {rest}", code)


def _collect() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    symbols: dict[str, str] = {}
    names: dict[str, str] = {}
    french: dict[str, str] = {}
    english: dict[str, str] = {}
    for code, others, *named in _rows(_PLAIN):
        for symbol in [code, *others.split()]:
            symbols[symbol] = code
        _add_names(names, code, named[0])
        _add_names(french, code, named[1])
        english[code] = named[0].split()[0].replace("-", " ") if named[0] else code
    for code, prefixes, *named in _rows(_PREFIXED):
        for short in ["", *prefixes]:
            long = _PREFIXES.get(short, "")
            symbols.setdefault(short + code, short + code)
            if short == "µ":
                symbols.setdefault("u" + code, short + code)
            _add_names(names, short + code, named[0], long)
            _add_names(french, short + code, named[1], long)
            english.setdefault(short + code, long + named[0].split()[0].replace("-", " "))
    for symbol in ("l", "ml", "dl", "cl", "µl", "hl", "nl"):
        symbols[symbol[:-1] + "L"] = symbol
    return symbols, names, french, english


def _collect_money() -> tuple[dict[str, str], dict[str, str]]:
    symbols: dict[str, str] = {}
    names: dict[str, str] = {}
    for code, marks, *named in _rows(_MONEY):
        for mark in marks.split():
            symbols.setdefault(mark, code)
        for words in named:
            _add_names(names, code, words)
    return symbols, names


SYMBOLS, NAMES, FRENCH_NAMES, ENGLISH_NAMES = _collect()
MONEY_MARKS, MONEY_NAMES = _collect_money()
for _code in (
    "AFN AMD AOA AZN BGN BHD BIF BOB BWP CLP COP CVE CZK DJF DOP DZD ERN GEL GMD GTQ HNL HRK HUF IQD IRR ISK "
    "JMD JOD KGS KHR KWD KZT LAK LBP LRD LSL LYD MAD MDL MGA MMK MNT MRU MUR MVR MWK MZN NAD NIO OMR PEN PGK "
    "PLN PYG QAR RON RSD RWF SCR SDG SLE SLL SOS SSP STN SYP SZL TJS TMT TND TTD UAH UYU UZS VES XPF YER "
    "ZMW ZWL"
).split():
    MONEY_MARKS[_code.lower()] = _code
CURRENCIES = frozenset(MONEY_MARKS.values())
NAMES |= {
    "metric ton": "t", "metric tons": "t", "metric tonnes": "t", "tons": "t", "kilo": "kg", "kilos": "kg",
    "pounds": "lb", "pound": "lb", "lbs": "lb", "kilometers": "km", "feet": "ft", "inches": "in", "centuries":
    "century",  "kilowatt hours": "kWh", "kilowatt hour": "kWh", "megawatt hours": "MWh",
    "sets": "set", "set": "set", "fortnight": "fortnight", "taels": "tael", "catty": "jin",
    "catties": "jin", "jins": "jin", "mous": "mu", "degree": "°", "degrees": "°", "deg": "°", "secs": "s",
    "hrs": "h", "mins": "min", "months": "month", "nautical miles": "nmi",
    "cc": "cc", "micrometers": "µm", "quarters of an hour": "quarter-hour", "gramme": "g", "grammes": "g",
    "degrees c": "°C", "degrees f": "°F", "deg c": "°C", "deg celsius": "°C", "deg fahrenheit": "°F",
    "deg f": "°F",
    "degrees kelvin": "K", "degree c": "°C", "degree f": "°F", "degrés celsius": "°C",
    "degrees celcius": "°C",
    "light years": "ly", "base pairs": "bp", "arc minutes": "arcmin", "arc seconds": "arcsec",
}  # fmt: skip
FRENCH_NAMES |= {
    "mois": "month", "degrés": "°", "degré": "°", "kilos": "kg", "kilo": "kg", "tonnes": "t", "pieds": "ft",
    "pouces": "in", "livres": "lb", "journées": "day", "km carrés": "km2", "taels": "tael", "tael": "tael",
    "jin": "jin", "hrs": "h", "mn": "min",
}  # fmt: skip
NAMES_BY_LANGUAGE = {"en": NAMES, "fr": FRENCH_NAMES}
TIMES = frozenset(
    {"s", "min", "h", "day", "week", "month", "year", "decade", "century", "fortnight", "night", "yr"}
)
WHOLE_TIMES = frozenset({"day", "week", "month", "year", "decade", "century", "fortnight", "night"})
LONE_LETTERS = frozenset("a A B b C d F g h H J K l L m M N q s S T t U V W Ω p G".split())
