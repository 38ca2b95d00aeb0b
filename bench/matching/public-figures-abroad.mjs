/**
 * More public persons, of other peoples and as lists of several states write them: extra middle names, initials, titles, capitals, surname first.
 * One person a line; lines that share words are the hard negatives. Names only; written apart from the matcher's own lists.
 */
export const publicFiguresAbroad = `
Анджей Дуда | Andrzej Duda | Andrzej Sebastian Duda | Анджэй Дуда | DUDA Andrzej
Дональд Туск | Donald Tusk | Donald Franciszek Tusk
Ярослав Качиньский | Jarosław Kaczyński | Jaroslaw Kaczynski | Ярослав Качинський | Ярослав Качинский
Лех Валенса | Lech Wałęsa | Lech Walesa
Лех Качиньский | Lech Kaczyński | Lech Kaczynski | Лех Качинский
Войцех Ярузельский | Wojciech Jaruzelski | Войцех Ярузельський | Wojciech Witold Jaruzelski
Матеуш Моравецкий | Mateusz Morawiecki | Матеуш Моравецький
Радослав Сикорский | Radosław Sikorski | Radoslaw Sikorski
Анжелика Борис | Andżelika Borys | Anżelika Borys
Ежи Бузек | Jerzy Buzek | Єжи Бузек
Збигнев Бжезинский | Zbigniew Brzezinski | Zbigniew Brzeziński | Збігнев Бжезинський
Ким Чен Ын | Kim Jong Un | Kim Jong-un | KIM Jong-Un | Ким Чен Ин | Кім Чен Ин
Ким Чен Ир | Kim Jong Il | Kim Jong-il | Кім Чен Ір
Ким Ир Сен | Kim Il Sung | Kim Il-sung | Кім Ір Сен
Ким Ё Чжон | Kim Yo Jong | Kim Yo-jong
Пак Кын Хе | Park Geun-hye | Пак Кин Хе
Мун Чжэ Ин | Moon Jae-in | Мун Чже Ін
Пан Ги Мун | Ban Ki-moon | Пан Гі Мун
Чхве Сон Хи | Choe Son Hui | Choe Son-hui
Ли Ён Хо | Ri Yong Ho | Ri Yong-ho
Пак Чон Чхон | Pak Jong Chon | Pak Jong-chon
Юн Сок Ёль | Yoon Suk Yeol | Yoon Suk-yeol
Ли Мён Бак | Lee Myung-bak | Lee Myung Bak
Си Цзиньпин | Xi Jinping | Сі Цзіньпін | XI Jinping
Ху Цзиньтао | Hu Jintao | Ху Цзіньтао
Цзян Цзэминь | Jiang Zemin | Цзян Цземінь
Ли Кэцян | Li Keqiang | Лі Кецян
Ван И | Wang Yi
Дэн Сяопин | Deng Xiaoping | Ден Сяопін
Мао Цзэдун | Mao Zedong | Mao Tse-tung
Чжоу Эньлай | Zhou Enlai | Чжоу Еньлай
Ли Шанфу | Li Shangfu
Сунь Ятсен | Sun Yat-sen | Sun Yatsen
Синдзо Абэ | Shinzo Abe | Сіндзо Абе | Shinzō Abe
Фумио Кисида | Fumio Kishida | Фуміо Кісіда
Ёсихидэ Суга | Yoshihide Suga | Йосіхіде Суґа
Юнъитиро Коидзуми | Junichiro Koizumi | Дзюнъитиро Коидзуми
Таро Асо | Taro Aso | Tarō Asō
Башар Асад | Bashar al-Assad | Башар аль-Асад | Bashar Al Assad | Bashar Hafez al-Assad
Махер Асад | Maher al-Assad | Махер аль-Асад | Mahir al-Asad
Муаммар Каддафи | Muammar Gaddafi | Muammar al-Qaddafi | Муамар Каддафі | Moammar Kadhafi | Muammar Qadhafi
Сейф аль-Ислам Каддафи | Saif al-Islam Gaddafi | Saif al-Islam Qadhafi
Саддам Хусейн | Saddam Hussein | Saddam Husayn | Саддам Хусейн ат-Тикрити
Хосни Мубарак | Hosni Mubarak | Хосні Мубарак | Husni Mubarak
Ясир Арафат | Yasser Arafat | Yasir Arafat | Ясер Арафат
Усама бен Ладен | Osama bin Laden | Usama bin Ladin | Усама бін Ладен | Oussama ben Laden
Айман аз-Завахири | Ayman al-Zawahiri | Айман аль-Завахірі | Aiman az-Zawahiri
Абу Бакр аль-Багдади | Abu Bakr al-Baghdadi | Абу Бакр аль-Багдаді
Мохаммед бен Салман | Mohammed bin Salman | Muhammad bin Salman | Мухаммад ибн Салман
Хасан Насралла | Hassan Nasrallah | Hasan Nasrallah | Хасан Насрулла
Халифа Хафтар | Khalifa Haftar | Халіфа Хафтар | Khalifa Hifter
Исмаил Хания | Ismail Haniyeh | Ismail Haniya | Ісмаїл Ханія
Али Хаменеи | Ali Khamenei | Алі Хаменеї | Ali Chamenei | Ayatollah Ali Khamenei
Касем Сулеймани | Qasem Soleimani | Qassem Suleimani | Касем Солеймани | Ghasem Soleimani
Махмуд Ахмадинежад | Mahmoud Ahmadinejad | Махмуд Ахмадінежад | Mahmud Ahmadinedschad
Хасан Рухани | Hassan Rouhani | Hasan Ruhani | Хасан Роухани
Эбрахим Раиси | Ebrahim Raisi | Ібрагім Раїсі | Ebrahim Raeisi
Джавад Зариф | Javad Zarif | Mohammad Javad Zarif | Мохаммад Джавад Зариф
Хоссейн Салями | Hossein Salami | Hosein Salami
Амир Али Хаджизаде | Amir Ali Hajizadeh | Amirali Hajizadeh
Реджеп Тайип Эрдоган | Recep Tayyip Erdoğan | Recep Tayyip Erdogan | Реджеп Ердоган
Ахмет Давутоглу | Ahmet Davutoğlu | Ahmet Davutoglu
Абдулла Гюль | Abdullah Gül | Abdullah Gul
Мевлют Чавушоглу | Mevlüt Çavuşoğlu | Mevlut Cavusoglu
Хулуси Акар | Hulusi Akar
Ильхам Алиев | Ilham Aliyev | İlham Əliyev | Ільхам Алієв | Ilham Heydər oğlu Əliyev | Ильхам Гейдар оглы Алиев | Ilham Alijew
Гейдар Алиев | Heydar Aliyev | Heydər Əliyev | Гейдар Алирза оглы Алиев
Мехрибан Алиева | Mehriban Aliyeva | Mehriban Əliyeva
Закир Гасанов | Zakir Hasanov | Zakir Həsənov
Эльмар Мамедъяров | Elmar Mammadyarov | Elmar Məmmədyarov
Никол Пашинян | Nikol Pashinyan | Нікол Пашинян | Nikol Paschinjan | Nikol Pachinian
Серж Саргсян | Serzh Sargsyan | Serge Sarkissian | Серж Азатович Саргсян
Роберт Кочарян | Robert Kocharyan | Robert Kotcharian | Роберт Седракович Кочарян
Армен Саркисян | Armen Sarkissian | Armen Sargsyan
Карен Карапетян | Karen Karapetyan | Karen Vilhelm Karapetyan
Михаил Саакашвили | Mikheil Saakashvili | Міхеїл Саакашвілі | Micheil Saakaschwili | Mikheïl Saakachvili
Бидзина Иванишвили | Bidzina Ivanishvili | Бідзіна Іванішвілі
Эдуард Шеварднадзе | Eduard Shevardnadze | Едуард Шеварднадзе | Eduard Schewardnadse
Саломе Зурабишвили | Salome Zourabichvili | Salome Zurabishvili
Ираклий Гарибашвили | Irakli Garibashvili | Іраклій Гарібашвілі
Звиад Гамсахурдия | Zviad Gamsakhurdia | Swiad Gamsachurdia
Иосиф Сталин | Joseph Stalin | Josef Stalin | Йосип Сталін | Iosif Vissarionovich Stalin
Лаврентий Берия | Lavrentiy Beria | Lawrenti Berija | Лаврентій Берія
Рауль Хаджимба | Raul Khajimba | Raul Khadjimba
Аслан Бжания | Aslan Bzhania | Аслан Георгиевич Бжания
Анатолий Бибилов | Anatoly Bibilov | Anatoliy Bibilov
Нурсултан Назарбаев | Nursultan Nazarbayev | Нұрсұлтан Назарбаев | Nursultan Nazarbaev | Нурсултан Абишевич Назарбаев | Nursultan Nasarbajew
Касым-Жомарт Токаев | Kassym-Jomart Tokayev | Қасым-Жомарт Тоқаев | Kasym-Zhomart Tokaev | Qasym-Jomart Toqaev | Касим-Жомарт Токаєв
Дарига Назарбаева | Dariga Nazarbayeva | Дариға Назарбаева
Карим Масимов | Karim Massimov | Кәрім Мәсімов | Karim Masimov
Аскар Мамин | Askar Mamin | Асқар Мамин
Кайрат Сатыбалды | Kairat Satybaldy | Qairat Satybaldy
Шавкат Мирзиёев | Shavkat Mirziyoyev | Shavkat Mirziyoev | Шавкат Мірзійоєв | Шавкат Миромонович Мирзиёев | Schawkat Mirsijojew
Ислам Каримов | Islam Karimov | Іслам Карімов | Islom Karimov
Рустам Азимов | Rustam Azimov | Rustam Sodiqovich Azimov
Абдулла Арипов | Abdulla Aripov | Abdulla Oripov
Эмомали Рахмон | Emomali Rahmon | Emomalii Rahmon | Эмомалӣ Раҳмон | Imomali Rakhmonov
Рустам Эмомали | Rustam Emomali | Рустами Эмомалӣ
Садыр Жапаров | Sadyr Japarov | Садыр Нургожоевич Жапаров | Sadyr Zhaparov | Sadyr Schaparow
Алмазбек Атамбаев | Almazbek Atambayev | Алмазбек Шаршенович Атамбаев | Almasbek Atambajew
Сооронбай Жээнбеков | Sooronbay Jeenbekov | Sooronbai Zheenbekov | Сооронбай Шарипович Жээнбеков
Курманбек Бакиев | Kurmanbek Bakiyev | Курманбек Салиевич Бакиев | Kurmanbek Bakijew
Камчыбек Ташиев | Kamchybek Tashiev | Камчибек Ташиев | Kamchybek Kydyrshayevich Tashiyev
Гурбангулы Бердымухамедов | Gurbanguly Berdimuhamedow | Gurbanguly Berdymukhamedov | Gurbanguly Berdimuhamedov
Сердар Бердымухамедов | Serdar Berdimuhamedow | Serdar Berdymukhamedov
Сапармурат Ниязов | Saparmurat Niyazov | Saparmyrat Nyýazow | Сапармурат Атаевич Ниязов
Дзинтарс Расначс | Dzintars Rasnačs | Dzintars Rasnacs
Эгилс Левитс | Egils Levits | Егілс Левітс
Валдис Домбровскис | Valdis Dombrovskis | Валдіс Домбровскіс
Нил Ушаков | Nils Ušakovs | Nils Usakovs | Нил Валерьевич Ушаков
Татьяна Жданок | Tatjana Ždanoka | Tatjana Zdanoka | Tatyana Zhdanok
Вячеслав Домбровский | Vjačeslavs Dombrovskis | Vyacheslav Dombrovsky
Далия Грибаускайте | Dalia Grybauskaitė | Dalia Grybauskaite | Даля Грибаускайте
Гитанас Науседа | Gitanas Nausėda | Gitanas Nauseda | Гітанас Науседа
Ингрида Шимоните | Ingrida Šimonytė | Ingrida Simonyte
Кая Каллас | Kaja Kallas | Кая Каллас
Алар Карис | Alar Karis
Юри Ратас | Jüri Ratas | Juri Ratas | Юрі Ратас
Майя Санду | Maia Sandu | Мая Санду
Игорь Додон | Igor Dodon | Ігор Додон | Igor Nicolae Dodon
Илан Шор | Ilan Shor | Ilan Șor | Ilan Sor | Илан Миронович Шор | Ілан Шор
Владимир Плахотнюк | Vladimir Plahotniuc | Vlad Plahotniuc | Владимир Георгиевич Плахотнюк | Влад Плахотнюк
Евгения Гуцул | Evghenia Guțul | Evghenia Gutul | Yevgenia Gutsul
Вадим Красносельский | Vadim Krasnoselsky | Vadim Krasnoselski
Николае Чаушеску | Nicolae Ceaușescu | Nicolae Ceausescu | Ніколае Чаушеску
Траян Бэсеску | Traian Băsescu | Traian Basescu
Клаус Йоханнис | Klaus Iohannis | Klaus Werner Iohannis
Румен Радев | Rumen Radev | Rumen Georgiev Radev | Румен Георгиев Радев
Бойко Борисов | Boyko Borissov | Boiko Borisov | Бойко Борисов
Слободан Милошевич | Slobodan Milošević | Slobodan Milosevic | Слободан Мілошевич | Слободан Милошевић
Александр Вучич | Aleksandar Vučić | Aleksandar Vucic | Александар Вучић | Alexander Vučić
Милорад Додик | Milorad Dodik | Мілорад Додік
Радован Караджич | Radovan Karadžić | Radovan Karadzic | Радован Караџић
Ратко Младич | Ratko Mladić | Ratko Mladic | Ратко Младић
Ненад Попович | Nenad Popović | Nenad Popovic | Ненад Поповић
Александр Вулин | Aleksandar Vulin | Aleksandar Vulin
Вацлав Гавел | Václav Havel | Vaclav Havel | Вацлав Гавел
Милош Земан | Miloš Zeman | Milos Zeman | Мілош Земан
Петр Фиала | Petr Fiala | Петр Фіала
Роберт Фицо | Robert Fico | Роберт Фіцо
Виктор Орбан | Viktor Orbán | Viktor Orban | Віктор Орбан | Orbán Viktor
Петер Сийярто | Péter Szijjártó | Peter Szijjarto | Петер Сіярто
Николас Мадуро | Nicolás Maduro | Nicolas Maduro Moros | Nicolás Maduro Moros | Ніколас Мадуро
Диосдадо Кабельо | Diosdado Cabello | Diosdado Cabello Rondón | Diosdado Cabello Rondon
Дельси Родригес | Delcy Rodríguez | Delcy Eloina Rodriguez Gomez | Delcy Eloína Rodríguez Gómez
Хорхе Родригес | Jorge Rodríguez | Jorge Jesus Rodriguez Gomez
Рауль Кастро | Raúl Castro | Raul Castro Ruz | Raul Modesto Castro Ruz
Фидель Кастро | Fidel Castro | Fidel Alejandro Castro Ruz | Фідель Кастро
Мигель Диас-Канель | Miguel Díaz-Canel | Miguel Mario Diaz-Canel Bermudez | Мігель Діас-Канель
Даниэль Ортега | Daniel Ortega | Jose Daniel Ortega Saavedra | Даніель Ортега
Росарио Мурильо | Rosario Murillo | Rosario Maria Murillo Zambrana
Уго Чавес | Hugo Chávez | Hugo Chavez Frias | Hugo Rafael Chávez Frías | Уго Чавес
Владимир Падрино Лопес | Vladimir Padrino López | Vladimir Padrino Lopez
Герхард Шрёдер | Gerhard Schröder | Gerhard Schroeder | Герхард Шредер | Gerhard Fritz Kurt Schröder
Ангела Меркель | Angela Merkel | Angela Dorothea Merkel
Эмманюэль Макрон | Emmanuel Macron | Еммануель Макрон
Дональд Трамп | Donald Trump | Donald John Trump
Джо Байден | Joe Biden | Joseph Biden | Джозеф Байден
Борис Джонсон | Boris Johnson | Борис Джонсон
Марин Ле Пен | Marine Le Pen | Марін Ле Пен
Стивен Сигал | Steven Seagal | Стівен Сігал
Жерар Депардье | Gérard Depardieu | Gerard Depardieu
Виктория Валериевна Абрамченко | Abramchenko Viktoriya Valerievna | Victoria Abramchenko | Вікторія Валеріївна Абрамченко
Андрей Игоревич Кравцов | KRAVTSOV Andrei Igorevich | Andrey I. Kravtsov | А. И. Кравцов
Хизри Магомедович Абакаров | ABAKAROV Khizri Magomedovich | Хізрі Магомедович Абакаров | Khizri Abakarov
Бекхан Вахаевич Агаев | Bekkhan Agaev | AGAYEV Bekkhan Vakhaevich | Бекхан Вахайович Агаєв
Шамсаил Юнусович Саралиев | Shamsail Saraliev | SARALIEV Shamsail Yunusovich | Шамсаїл Юнусович Саралієв
Хож-Магомед Хумайдович Вахаев | Khozh-Magomed Vakhaev | VAKHAYEV Khozh Magomed Khumaydovich | Хожмагомед Вахаев
Магомед Хожахмедович Даудов | Magomed Daudov | Магомед Хожахмедович Даудов
Сулейман Садулаевич Геремеев | Suleiman Geremeev | Сулейман Геремєєв | GEREMEYEV Suleyman Sadulayevich
Руслан Геремеев | Ruslan Geremeyev | Руслан Геремєєв
Заур Дадаев | Zaur Dadaev | Zaur Dadayev
Абузайд Висмурадов | Abuzayd Vismuradov | Abuzaid Vismuradov | Абузайд Джандарович Висмурадов
Хусейн Межидов | Khuseyn Mezhidov | Huseyn Mezhidov | Хусейн Мусаевич Межидов
Замид Чалаев | Zamid Chalaev | Zamid Chalayev | Замид Алиевич Чалаев
Исмаил Аглаев | Ismail Aglayev
Гаджимурад Заурбекович Омаров | Gadzhimurad Omarov | OMAROV Gadzhimurat Zaurbekovich | Гаджімурад Омаров
Мурад Станиславович Гаджиев | Murad Gadzhiev | GADZHIYEV Murad Stanislavovich
Магомед Тажудинович Гаджиев | Magomed Gadzhiev | GADZHIYEV Magomed Tazhudinovich
Абдулмажид Варисович Маграмов | Abdulmazhid Magramov | MAGRAMOV Abdulmajid
Абдулхаким Кутбудинович Гаджиев | Abdulkhakim Gadzhiev | Abdulhakim Gajiyev
Бийсултан Султанбиевич Хамзаев | Biysultan Khamzaev | KHAMZAYEV Biysultan | Бійсултан Хамзаєв
Умахан Магомедгаджиевич Умаханов | Umakhan Umakhanov | UMAKHANOV Umakhan Magomedgadzhievich
Ильяс Магомед-Саламович Умаханов | Ilyas Umakhanov | UMAKHANOV Ilyas Magomed-Salamovich
Рамазан Гаджимурадович Абдулатипов | Ramazan Abdulatipov | Рамазан Абдулатіпов
Владимир Абдуалиевич Васильев | Vladimir Vasilyev | Volodymyr Vasyliev
Мухарбий Магомедович Ульбашев | Mukharbiy Ulbashev | Мухарбій Ульбашев
Арсен Баширович Каноков | Arsen Kanokov
Заур Аскербиевич Геккиев | Zaur Gekkiev | GEKKIYEV Zaur Askerbievich
Джашарбек Борисович Узденов | Dzhasharbek Uzdenov
Мурат Крым-Гериевич Хапсироков | Murat Khapsirokov | Мурат Хапсіроков
Нурбий Магамедович Самогов | Nurbiy Samogov
Адальби Люлевич Шхагошев | Adalbi Shkhagoshev | SHKHAGOSHEV Adalbi Lyulevich | Адальбі Шхагошев
Зураб Гайозович Макиев | Zurab Makiev | MAKIYEV Zurab
Артур Борисович Таймазов | Artur Taymazov | Artur Taimazov | TAYMAZOV Artur
Алихан Анатольевич Хархаров | Alikhan Kharkharov
Алсу Фанзировна Хайруллина | Alsu Khairullina
Айрат Назипович Хайруллин | Ayrat Khairullin | Airat Khayrullin | KHAIRULLIN Airat Nazipovich
Ильдус Талгатович Ахметзянов | Ildus Akhmetzyanov
Марат Абдулхаевич Бариев | Marat Bariev
Азат Шамилевич Ямилев | Azat Yamilev
Олег Юрьевич Голов | Oleg Golov | Олег Юрійович Голов
Рифат Габдулхакович Шайхутдинов | Rifat Shaykhutdinov | SHAIKHUTDINOV Rifat
Зариф Закирович Байгускаров | Zarif Baiguskarov
Эльвира Ринатовна Аиткулова | Elvira Aitkulova | Elvira Ajtkulova
Лилия Салаватовна Гумерова | Lilia Gumerova | Liliya Gumerova
Динар Загитович Гильмутдинов | Dinar Gilmutdinov
Айдын Николаевич Сарыглар | Aidyn Saryglar | SARYGLAR Aydyn
Дина Ивановна Оюн | Dina Oyun | Діна Оюн
Мерген Дадар-оолович Ооржак | Mergen Oorzhak | OORZHAK Mergen Dadar-oolovich | Мерген Ооржак
Белекмаа Опай-ооловна Монгуш | Belekmaa Mongush
Лариса Кужугетовна Шойгу | Larisa Shoigu | SHOYGU Larisa Kuzhugetovna | Лариса Шойгу
Вячеслав Аркадьевич Мархаев | Vyacheslav Markhaev | Viacheslav Markhayev
Николай Робертович Будуев | Nikolay Buduev | BUDUEV Nikolai Robertovich
Ирина Александровна Пантелеева | Irina Panteleeva
Зоя Дмитриевна Цыренова | Zoya Tsyrenova
Сардана Владимировна Авксентьева | Sardana Avksentyeva | Sardana Avksentieva
Федот Семенович Тумусов | Fedot Tumusov | Fiodot Tumusov
Галина Иннокентьевна Данчикова | Galina Danchikova
Егор Афанасьевич Акимов | Yegor Akimov | Egor Akimow
Бадма Николаевич Башанкаев | Badma Bashankaev | Badma Bashankayev
Джангар Андреевич Санджиев | Dzhangar Sandzhiev
Алексей Эрднигоряев | Alexey Erdnigoryaev
Кирсан Николаевич Илюмжинов | Kirsan Ilyumzhinov | Kirsan Iljumschinow | Кірсан Ілюмжинов
Олександр Валентинович Турчинов | Александр Валентинович Турчинов | Oleksandr Turchynov | Alexander Turchinov
Юрій Віталійович Луценко | Юрий Витальевич Луценко | Yuriy Lutsenko | Juri Luzenko
Ігор Валерійович Коломойський | Игорь Валерьевич Коломойский | Ihor Kolomoyskyi | Igor Kolomoisky
Рінат Леонідович Ахметов | Ринат Леонидович Ахметов | Rinat Akhmetov | Rinat Achmetow
Дмитро Васильович Фірташ | Дмитрий Васильевич Фирташ | Dmytro Firtash | Dmitry Firtash | Dmytro Firtasch
Микола Янович Азаров | Николай Янович Азаров | Mykola Azarov | Nikolai Asarow
Олександр Вікторович Клименко | Александр Викторович Клименко | Oleksandr Klymenko
Сергій Віталійович Курченко | Сергей Витальевич Курченко | Serhiy Kurchenko | Sergej Kurtschenko
Валерій Миколайович Гелетей | Валерий Николаевич Гелетей | Valeriy Heletey
Рефат Абдурахманович Чубаров | Refat Chubarov | Refat Çubarov | Рефат Чубаров
Мустафа Джемилев | Mustafa Dzhemilev | Mustafa Cemilev | Mustafa Abdülcemil Qırımoğlu | Мустафа Джемілєв | Mustafa Dschemilew
Ремзи Ильясович Ильясов | Remzi Ilyasov | Ремзі Ільясов
Владимир Андреевич Константинов | Vladimir Konstantinov | Volodymyr Konstantynov
Дмитрий Анатольевич Полонский | Dmitry Polonsky
Андрей Николаевич Козенко | Andrey Kozenko
Наталья Петровна Абросимова | Natalia Abrosimova | Natalya Petrovna ABROSIMOVA
Николай Макарович Хоренко | Mikalai Khorenka
Вадим Михайлович Шувалов | Vadzim Shuvalau
Александр Александрович Вольфович | Aliaksandr Volfavich | Alexander Volfovich | Аляксандр Вальфовіч
Наталья Николаевна Эйсмонт | Natallia Eismant | Natalya Eismont | Наталля Эйсмант
Иван Иванович Эйсмонт | Ivan Eismant | Іван Эйсмант
Николай Николаевич Воробей | Mikalai Varabei | Мікалай Варабей | Nikolay Vorobey
Александр Васильевич Шакутин | Aliaksandr Shakutsin | Alexander Shakutin | Аляксандр Шакуцін
Алексей Иванович Олексин | Aliaksei Aleksin | Alexey Oleksin | Аляксей Алексін
Михаил Сафарбекович Гуцериев | Mikhail Gutseriev | Mikhail Gutseriyev | Міхаіл Гуцерыеў
Сергей Семенович Тетерин | Siarhei Tsiatseryn | Сяргей Цяцерын
Юрий Алексеевич Чиж | Yury Chyzh | Iury Chyzh | Юрый Чыж
Владимир Павлович Пефтиев | Uladzimir Peftsieu | Vladimir Peftiev
Максим Рыженков | Maksim Ryzhankou | Максім Рыжанкоў | Maxim Ryzhenkov
Дмитрий Александрович Лукашенко | Dzmitry Lukashenka | Dmitry Lukashenko
Наталья Владимировна Петкевич | Natallia Piatkevich | Natalya Petkevich
Елена Владимировна Литвинович | Alena Litvinovich
Сергей Викторович Чемезов | Sergey Chemezov | Sergei Tschemesow | CHEMEZOV Sergey Viktorovich | Сергій Чемезов
Екатерина Сергеевна Игнатова | Yekaterina Ignatova | Ekaterina Ignatova
Евгений Алексеевич Гинер | Evgeny Giner | Yevgeniy Giner
Дмитрий Аркадьевич Мазепин | Dmitry Mazepin | Dmitrii Masepin
Андрей Игоревич Мельниченко | Andrey Melnichenko | Andrei Melnitschenko
Виктор Феликсович Вексельберг | Viktor Vekselberg | Wiktor Wekselberg | VEKSELBERG Viktor Feliksovich
Вагит Юсуфович Алекперов | Vagit Alekperov | Wagit Alekperow | Vahid Ələkbərov
Искандер Кахрамонович Махмудов | Iskander Makhmudov | Iskandar Maxmudov
Мусса Хизриевич Бажаев | Musa Bazhaev | Mussa Baschajew
Азат Кимович Овакимян
Самвел Саркисович Карапетян | Samvel Karapetyan | Samwel Karapetjan
Ара Аршавирович Абрамян | Ara Abramyan | Ara Abrahamian
Гарегин Ашотович Тосунян | Garegin Tosunyan
Зураб Константинович Церетели | Zurab Tsereteli | Surab Zereteli
Ксения Анатольевна Собчак | Ksenia Sobchak | Kseniya Sobtschak | Xenia Sobchak
Анатолий Борисович Чубайс | Anatoly Chubais | Anatoli Tschubais | Anatolij Czubajs
Алексей Леонидович Кудрин | Alexei Kudrin | Aleksey Kudrin
Фёдор Андреевич Емельяненко | Fedor Emelianenko | Fyodor Yemelyanenko
Александр Владимирович Овечкин | Alexander Ovechkin | Alex Ovechkin
Валерий Абисалович Гергиев | Valery Gergiev | Waleri Gergijew | Valeri Guerguiev
Анна Юрьевна Нетребко | Anna Netrebko
`;
