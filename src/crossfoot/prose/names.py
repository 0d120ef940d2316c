"""Names that a number is part of: products, models, space flights, indices of shares. Facts, not language."""

SOFTWARE = frozenset(
    "ios ipados macos windows android chrome firefox safari python java php ruby ubuntu debian fedora "
    "office photoshop kernel firmware bluetooth usb html css postgresql mysql office365 gpt llama spss "
    "sas stata matlab jmp imagej arcgis graphpad labview".split()
)
MODELS = frozenset(
    "iphone ipad galaxy pixel xbox playstation ps nokia lumia redmi oneplus kindle ryzen geforce radeon snapdragon "
    "boeing airbus concorde mig su tupolev cessna embraer porsche peugeot fiat mazda ferrari polestar renault "
    "formula apollo falcon soyuz ariane voyager viking sputnik landsat sentinel explorer pioneer mariner gemini luna "
    "skylab bowl catch chanel mark psalm vitamin forbes fortune covid mp gps wifi p".split()
)
INDICES = {  # the numbers that are part of the name; any other number is the level or a change
    "p": {"500", "400", "600", "100"},
    "ftse": {"100", "250", "350", "30"},
    "nasdaq": {"100"},
    "nikkei": {"225"},
    "dow": {"30"},
    "dax": {"30", "40"},
    "cac": {"40"},
    "mib": {"30", "40"},
    "ibex": {"35"},
    "aex": {"25"},
    "smi": {"20"},
    "stoxx": {"50", "600"},
    "russell": {"1000", "2000", "3000"},
    "csi": {"300", "500"},
    "kospi": {"200"},
    "topix": {"100", "500"},
    "asx": {"200", "300", "50"},
    "nifty": {"50"},
    "sensex": {"30"},
    "tsx": {"60"},
    "fortune": {"50", "100", "500", "1000"},
}
