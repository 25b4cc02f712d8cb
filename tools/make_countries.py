#!/usr/bin/env python3
"""Writes rules/lexicons/countries.tsv from the npm package `world-countries` (ODbL 1.0).

    npm pack world-countries
    tools/make_countries.py world-countries-5.1.0.tgz > rules/lexicons/countries.tsv

The package gives names, codes, demonyms, capitals and coordinates. This script chooses the name that news agencies
write, repairs demonyms, forms the nouns for the people, and drops what would do harm in running text (the two-letter
codes, demonyms of territories that belong to another country, capitals that are first of all surnames).
Additions by hand do not belong here but under `more:` in rules/lexicons/countries.yaml.
"""

import json
import sys
import tarfile
import unicodedata

HEADER = ["iso3", "name", "names", "adjectives", "people", "capital", "latitude", "longitude"]

# The name used in print where the package has another one.
NAMES = {
    "TUR": "Turkey", "CIV": "Ivory Coast", "COD": "Democratic Republic of the Congo",
    "CZE": "Czech Republic", "TLS": "East Timor", "VAT": "Vatican", "CPV": "Cape Verde",
    "STP": "Sao Tome and Principe", "REU": "Réunion", "CUW": "Curacao",
    "ALA": "Aland Islands",
    "BLM": "Saint Barthelemy", "SHN": "Saint Helena", "CCK": "Cocos Islands",
}

# Adjectives, best first, where the package has none, a noun, or one that means somebody else.
ADJECTIVES = {
    "ARG": "Argentine|Argentinian", "AZE": "Azerbaijani|Azeri", "BFA": "Burkinabe",
    "BIH": "Bosnian|Herzegovinian", "BWA": "Botswanan|Motswana", "ECU": "Ecuadorian|Ecuadorean",
    "ESH": "Sahrawi|Saharawi", "GBR": "British", "GIB": "Gibraltarian", "HKG": "", "DJI": "Djiboutian",
    "ISL": "Icelandic", "KAZ": "Kazakh|Kazakhstani", "KGZ": "Kyrgyz|Kyrgyzstani", "KNA": "Kittitian",
    "LIE": "", "LSO": "Basotho", "LUX": "Luxembourgish", "MDV": "Maldivian", "NZL": "",
    "PHL": "Philippine|Filipino", "SAU": "Saudi|Saudi Arabian", "SLV": "Salvadoran|Salvadorean",
    "SMR": "Sammarinese", "SUR": "Surinamese", "SVN": "Slovenian|Slovene", "SVK": "Slovak|Slovakian",
    "STP": "Sao Tomean", "TJK": "Tajik|Tajikistani", "TTO": "Trinidadian", "TLS": "East Timorese|Timorese",
    "UZB": "Uzbek|Uzbekistani", "VUT": "Ni-Vanuatu|Vanuatuan", "WSM": "Samoan", "GRL": "Greenlandic",
    "ATG": "Antiguan|Barbudan", "BRB": "Barbadian|Bajan", "KIR": "I-Kiribati", "NLD": "Dutch",
    "DOM": "Dominican", "MMR": "Burmese", "TKM": "Turkmen", "YEM": "Yemeni", "USA": "American",
    "CYP": "Cypriot", "CPV": "Cape Verdean", "LAO": "Laotian|Lao", "MCO": "Monegasque",
    "AND": "Andorran", "HTI": "Haitian", "CUW": "", "VAT": "", "GNB": "", "COD": "Congolese", "COG": "",
    "SWE": "Swedish", "CZE": "Czech", "KOR": "South Korean", "PRK": "North Korean", "SRB": "Serbian",
    "HRV": "Croatian|Croat", "SYC": "Seychellois", "MDG": "Malagasy", "NER": "Nigerien", "TCD": "Chadian",
}

# Territories whose demonym in the package is that of another country, or which nobody uses as an adjective.
NO_ADJECTIVE = set("DMA ATF BES IOT MNP SJM UMI GGY JEY ALA BLM CCK CXR FLK HMD MAF NFK PCN SGS SHN SPM SXM "
                   "TCA VGB VIR WLF COK SLB GLP ATA".split())

# Nouns for the people where they are not simply the adjective with an s. Plural first.
PEOPLE = {
    "TUR": "Turks|Turk", "GBR": "Britons|Briton|Brits", "ESP": "Spaniards|Spaniard", "POL": "Poles|Pole",
    "DNK": "Danes|Dane", "SWE": "Swedes|Swede", "FIN": "Finns|Finn", "ISL": "Icelanders|Icelander",
    "NZL": "New Zealanders|New Zealander", "AFG": "Afghans|Afghan", "FRA": "Frenchmen|Frenchman|Frenchwoman",
    "NLD": "Dutchmen|Dutchman", "IRL": "Irishmen|Irishman", "SRB": "Serbs|Serb|Serbians", "HRV": "Croats|Croat|Croatians",
    "SVN": "Slovenes|Slovene|Slovenians", "SVK": "Slovaks|Slovak", "GRC": "Greeks|Greek",
    "THA": "Thais|Thai", "KAZ": "Kazakhs|Kazakh", "UZB": "Uzbeks|Uzbek", "TJK": "Tajiks|Tajik",
    "TKM": "Turkmens", "KGZ": "Kyrgyzstanis", "SAU": "Saudis|Saudi", "PHL": "Filipinos|Filipino|Filipina",
    "ARG": "Argentines|Argentinians|Argentine", "LUX": "Luxembourgers|Luxembourger", "CYP": "Cypriots|Cypriot",
    "AZE": "Azerbaijanis|Azeris|Azerbaijani", "BIH": "Bosnians|Bosnian|Bosniaks", "KOS": "Kosovars|Kosovar",
    "HKG": "Hong Kongers|Hong Konger", "LIE": "Liechtensteiners", "SWZ": "Swazis|Swazi", "BWA": "Batswana",
    "ARE": "Emiratis|Emirati", "MNE": "Montenegrins|Montenegrin", "ETH": "Ethiopians|Ethiopian",
    "USA": "Americans|American", "ISR": "Israelis|Israeli", "DMA": "", "COG": "", "GRL": "Greenlanders|Greenlander",
    "SLB": "Solomon Islanders", "FRO": "Faroese", "IRQ": "Iraqis|Iraqi", "ESH": "Sahrawis|Sahrawi",
    "MAC": "", "LKA": "Sri Lankans|Sri Lankan", "CRI": "Costa Ricans|Costa Rican",
    "PRI": "Puerto Ricans|Puerto Rican", "SLE": "Sierra Leoneans|Sierra Leonean", "NPL": "Nepalis|Nepali", "CPV": "Cape Verdeans",
    "NER": "Nigeriens|Nigerien", "PNG": "Papua New Guineans", "CZE": "Czechs|Czech", "PRK": "North Koreans|North Korean",
    "KOR": "South Koreans|South Korean", "ZAF": "South Africans|South African", "YEM": "Yemenis|Yemeni", "BGD": "Bangladeshis|Bangladeshi",
}

# Capitals: other spellings, other seats of government. An empty text drops the capital.
CAPITALS = {
    "USA": "Washington|Washington DC|Washington D.C.", "UKR": "Kyiv|Kiev", "IND": "New Delhi|Delhi",
    "ZAF": "Pretoria", "NLD": "The Hague|Amsterdam", "BOL": "La Paz|Sucre", "MYS": "Kuala Lumpur|Putrajaya",
    "LKA": "Colombo", "YEM": "Sanaa|Sana'a", "KAZ": "Astana|Nur-Sultan|Nur Sultan", "MNG": "Ulaanbaatar|Ulan Bator",
    "BDI": "Bujumbura|Gitega", "TZA": "Dodoma|Dar es Salaam", "CIV": "Abidjan|Yamoussoukro", "BEN": "Porto-Novo|Cotonou",
    "SWZ": "Mbabane", "SYC": "", "MDV": "Malé", "TCD": "N'Djamena|Ndjamena", "VAT": "", "SMR": "",
    "MMR": "Naypyidaw|Nay Pyi Taw", "QAT": "Doha", "TKM": "Ashgabat|Ashkhabad", "MDA": "Chisinau|Chișinău",
    "CRI": "San José", "TON": "Nuku'alofa", "KOS": "Pristina|Prishtina", "AZE": "Baku", "MNE": "Podgorica",
    "PLW": "Ngerulmud", "NRU": "", "GUY": "Georgetown", "JAM": "Kingston", "GRD": "St. George's",
    "ISR": "Jerusalem", "KWT": "Kuwait City", "DJI": "", "SGP": "", "LUX": "", "MCO": "", "TWN": "Taipei",
    "PSE": "Ramallah", "CHE": "Bern|Berne", "ROU": "Bucharest", "ERI": "Asmara", "ESH": "", "HKG": "",
    "BRA": "Brasilia|Brasília", "PRK": "Pyongyang", "SAU": "Riyadh", "WSM": "Apia", "DMA": "",
}

# Names that would do harm in running text: ordinary words once the accents are gone, names of something else.
DROPPED = {"Reunion", "Guiana", "Nation of Brunei, Abode of Peace"}


def plain(text):
    """The text without its diacritics, as agencies often write it."""
    folded = text.replace("ø", "o").replace("ı", "i").replace("ł", "l").replace("Å", "A").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))


def unique(forms):
    seen, kept = set(), []
    for form in forms:
        form = form.strip()
        if form and form not in seen:
            seen.add(form)
            kept.append(form)
    return kept


def people_of(iso3, adjectives):
    if iso3 in PEOPLE:
        return PEOPLE[iso3]
    nouns = []
    for adjective in adjectives:
        if adjective.endswith(("an", "i", "ek", "ot")) and " " not in adjective or adjective.endswith(("Korean", "African")):
            nouns += [adjective + "s", adjective]
    return "|".join(nouns)


def row_of(country):
    iso3 = "KOS" if country["cca3"] == "UNK" else country["cca3"]
    name = NAMES.get(iso3, country["name"]["common"])
    names = [name, country["name"]["common"], country["name"]["official"]]
    names = [n for n in unique(names + [plain(n) for n in names]) if n not in DROPPED and "(" not in n and "," not in n]
    if iso3 in NO_ADJECTIVE:
        adjectives = []
    elif iso3 in ADJECTIVES:
        adjectives = unique(ADJECTIVES[iso3].split("|"))
    else:
        adjectives = unique((country["demonyms"].get("eng", {}).get("m") or "").split(", "))
    if iso3 in CAPITALS:
        capitals = unique(CAPITALS[iso3].split("|"))
    elif country["independent"]:
        capitals = unique(c for name in country["capital"] for c in (plain(name), name))
    else:
        capitals = []
    latitude, longitude = country["latlng"]
    return [iso3, name if name in DROPPED or plain(name) in DROPPED else plain(name), "|".join(names), "|".join(adjectives), people_of(iso3, adjectives),
            "|".join(capitals), f"{latitude:g}", f"{longitude:g}"]


def main():
    with tarfile.open(sys.argv[1]) as archive:
        countries = json.load(archive.extractfile("package/countries.json"))
    rows = sorted(row_of(c) for c in countries if c["cca3"] not in {"HMD", "BVT", "UMI"})
    print("\t".join(HEADER))
    for row in rows:
        print("\t".join(row))


if __name__ == "__main__":
    main()
