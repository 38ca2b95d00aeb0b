/**
 * Public persons as newspapers and gazettes of several countries spell them; one person a line. Every pair within a line is one person,
 * pairs across lines are not. Lines that share a surname, a given name or a patronymic are the hard negatives. Names only.
 */
export const publicFigures = `
Владимир Владимирович Путин | Vladimir Putin | PUTIN Vladimir Vladimirovich | Володимир Володимирович Путін | Уладзімір Пуцін | Wladimir Putin | Vladimir Poutine | Władimir Putin | Путин В. В.
Дмитрий Анатольевич Медведев | Dmitry Medvedev | Дмитро Анатолійович Медведєв | Dmitri Medwedew | Dmitri Medvedev | Dmitrij Miedwiediew | Дзмітрый Мядзведзеў | MEDVEDEV Dmitriy Anatolyevich
Сергей Викторович Лавров | Sergey Lavrov | Сергій Вікторович Лавров | Sergej Lawrow | Sergueï Lavrov | Siergiej Ławrow | LAVROV Sergei Viktorovich | Сяргей Лаўроў
Сергей Кужугетович Шойгу | Sergei Shoigu | Сергій Кужугетович Шойгу | Sergej Schoigu | Sergueï Choïgou | Siergiej Szojgu | SHOYGU Sergey Kuzhugetovich
Рамзан Ахматович Кадыров | Ramzan Kadyrov | Рамзан Ахматович Кадиров | Ramsan Kadyrow | Ramzan Kadyrow | KADYROV Ramzan Akhmatovich | Рамзан Кадыраў
Ахмат Абдулхамидович Кадыров | Akhmad Kadyrov | Ахмад Кадиров | Achmat Kadyrow | Akhmat Kadyrov
Александр Григорьевич Лукашенко | Alexander Lukashenko | Аляксандр Рыгоравіч Лукашэнка | Aliaksandr Ryhoravich Lukashenka | Alexandre Loukachenko | Alaksandr Łukaszenka | Alexander Lukaschenko | Олександр Григорович Лукашенко | Aleksandr Lukashenko
Виктор Александрович Лукашенко | Viktar Aliaksandravich Lukashenka | Виктор Лукашенко | Віктар Лукашэнка
Светлана Георгиевна Тихановская | Sviatlana Tsikhanouskaya | Святлана Георгіеўна Ціханоўская | Svetlana Tikhanovskaya | Swetlana Tichanowskaja | Swiatłana Cichanouska | Світлана Тихановська | Svetlana Tikhanovskaïa
Мария Александровна Колесникова | Maria Kalesnikava | Марыя Калеснікава | Marija Kolesnikowa | Maryja Kalesnikawa
Игорь Петрович Сергеенко | Ihar Piatrovich Siarheyenka | Ігар Пятровіч Сергяенка | Igor Sergeenko
Наталья Ивановна Кочанова | Natallia Kachanava | Наталля Іванаўна Качанава | Natalia Kochanova | Natallia Ivanauna KACHANAVA
Юрий Хаджимуратович Караев | Yury Karaeu | Юрый Хаджымуратавіч Караеў | Yuri Karayev | Iury Karaev
Иван Владимирович Кубраков | Ivan Kubrakou | Іван Уладзіміравіч Кубракоў | Ivan Uladzimiravich KUBRAKOU | Ivan Kubrakov
Роман Александрович Головченко | Raman Halouchanka | Раман Аляксандравіч Галоўчанка | Roman Golovchenko | Raman Hałouczanka
Владимир Владимирович Макей | Uladzimir Makei | Уладзімір Уладзіміравіч Макей | Vladimir Makei | Uladzimir Makiej
Виктор Геннадьевич Хренин | Viktar Khrenin | Віктар Генадзевіч Хрэнін | Viktor Khrenin | Viktar Henadzevich Khrenin
Дмитрий Юрьевич Балаба | Dzmitry Balaba | Дзмітрый Юр'евіч Балаба | Dmitry Balaba
Геннадий Аркадьевич Казакевич | Henadz Kazakevich | Генадзь Аркадзевіч Казакевіч | Gennadi Kazakevich
Александр Валериевич Барсуков | Aliaksandr Barsukou | Аляксандр Валер'евіч Барсукоў | Aleksandr Valerievich Barsukov
Лидия Михайловна Ермошина | Lidzia Yarmoshyna | Лідзія Міхайлаўна Ярмошына | Lidia Yermoshina | Lidziya Mikhailauna YARMOSHINA
Елена Николаевна Дмухайло | Alena Dmukhaila | Алена Мікалаеўна Дмухайла | Elena Dmukhailo
Светлана Петровна Кацубо | Sviatlana Katsuba | Святлана Пятроўна Кацуба | Svetlana Katsubo
Игорь Васильевич Шуневич | Ihar Shunevich | Ігар Васільевіч Шуневіч | Igor Shunevich
Николай Николаевич Карпенков | Mikalai Karpiankou | Мікалай Мікалаевіч Карпянкоў | Nikolai Karpenkov | Mikalaj Karpiankou
Алексей Анатольевич Навальный | Alexei Navalny | Олексій Анатолійович Навальний | Alexej Nawalny | Alexeï Navalny | Aleksiej Nawalny | Аляксей Навальны | NAVALNYY Aleksey
Олег Анатольевич Навальный | Oleg Navalny | Олег Навальний
Евгений Викторович Пригожин | Yevgeny Prigozhin | Євген Вікторович Пригожин | Jewgeni Prigoschin | Evgueni Prigojine | Jewgienij Prigożyn | Яўген Прыгожын | PRIGOZHIN Evgeniy Viktorovich
Дмитрий Валерьевич Уткин | Dmitry Utkin | Дмитро Уткін | Dmitri Utkin | UTKIN Dmitriy Valeryevich
Валерий Васильевич Герасимов | Valery Gerasimov | Валерій Васильович Герасимов | Waleri Gerassimow | Valéri Guerassimov | Walerij Gierasimow | Valeriy Gerasimov
Сергей Владимирович Суровикин | Sergei Surovikin | Сергій Суровікін | Sergej Surowikin | Sergueï Sourovikine | Siergiej Surowikin
Николай Платонович Патрушев | Nikolai Patrushev | Микола Платонович Патрушев | Nikolaj Patruschew | Nikolaï Patrouchev | Nikołaj Patruszew
Дмитрий Николаевич Патрушев | Dmitry Patrushev | Дмитро Миколайович Патрушев | Dmitri Patruschew
Александр Васильевич Бортников | Alexander Bortnikov | Олександр Васильович Бортников | Alexander Bortnikow | BORTNIKOV Aleksandr Vasilievich
Денис Александрович Бортников | Denis Bortnikov | Денис Олександрович Бортников
Сергей Евгеньевич Нарышкин | Sergey Naryshkin | Сергій Євгенович Наришкін | Sergei Naryschkin | Sergueï Narychkine | Siergiej Naryszkin
Вячеслав Викторович Володин | Vyacheslav Volodin | В'ячеслав Вікторович Володін | Wjatscheslaw Wolodin | Viatcheslav Volodine | Wiaczesław Wołodin | Viacheslav Volodin
Валентина Ивановна Матвиенко | Valentina Matviyenko | Валентина Іванівна Матвієнко | Walentina Matwijenko | Valentina Matvienko | Walentina Matwijenko
Мария Владимировна Захарова | Maria Zakharova | Марія Володимирівна Захарова | Marija Sacharowa | Maria Zakharova | Marija Zacharowa
Сергей Семёнович Собянин | Sergey Sobyanin | Сергій Семенович Собянін | Sergei Sobjanin | Sergueï Sobianine | Siergiej Sobianin
Рустам Нургалиевич Минниханов | Rustam Minnikhanov | Рустам Мінніханов | Rustam Minnichanow | Рөстәм Нургали улы Миңнеханов
Радий Фаритович Хабиров | Radiy Khabirov | Радій Хабіров | Radi Chabirow | Radij Chabirow
Юнус-Бек Баматгиреевич Евкуров | Yunus-bek Yevkurov | Юнус-Бек Євкуров | Junus-bek Jewkurow | Iounous-bek Evkourov
Махмуд-Али Макшарипович Калиматов | Mahmud-Ali Kalimatov | Махмуд-Алі Каліматов | Machmud-Ali Kalimatow
Казбек Валерьевич Коков | Kazbek Kokov | Казбек Коков | Kasbek Kokow
Рашид Бориспиевич Темрезов | Rashid Temrezov | Рашид Темрезов | Raschid Temresow
Сергей Иванович Меняйло | Sergey Menyaylo | Сергій Меняйло | Sergei Menjajlo | MENYAILO Sergei
Владислав Валерьевич Ховалыг | Vladislav Khovalyg | Владислав Ховалиг | Wladislaw Chowalyg
Шолбан Валерьевич Кара-оол | Sholban Kara-ool | Шолбан Кара-оол | Scholban Kara-ool
Айсен Сергеевич Николаев | Aysen Nikolayev | Айсен Ніколаєв | Aisen Nikolajew
Бату Сергеевич Хасиков | Batu Khasikov | Бату Хасіков | Batu Chassikow
Алексей Самбуевич Цыденов | Alexey Tsydenov | Олексій Циденов | Alexei Zydenow | Aleksiej Cydienow
Владимир Александрович Зеленский | Volodymyr Zelenskyy | Володимир Олександрович Зеленський | Wolodymyr Selenskyj | Volodymyr Zelensky | Wołodymyr Zełenski | Уладзімір Зяленскі | Vladimir Zelenskiy
Пётр Алексеевич Порошенко | Petro Poroshenko | Петро Олексійович Порошенко | Petro Poroschenko | Petro Porochenko | Petro Poroszenko | Пётр Парашэнка
Виктор Фёдорович Янукович | Viktor Yanukovych | Віктор Федорович Янукович | Wiktor Janukowytsch | Viktor Ianoukovitch | Wiktor Janukowycz | YANUKOVICH Viktor Fedorovich
Александр Викторович Янукович | Oleksandr Yanukovych | Олександр Вікторович Янукович | Alexander Janukowytsch
Виктор Андреевич Ющенко | Viktor Yushchenko | Віктор Андрійович Ющенко | Wiktor Juschtschenko | Viktor Iouchtchenko | Wiktor Juszczenko
Юлия Владимировна Тимошенко | Yulia Tymoshenko | Юлія Володимирівна Тимошенко | Julija Tymoschenko | Ioulia Tymochenko | Julia Tymoszenko
Виктор Владимирович Медведчук | Viktor Medvedchuk | Віктор Володимирович Медведчук | Wiktor Medwedtschuk | Viktor Medvedtchouk | Wiktor Medwedczuk
Валерий Фёдорович Залужный | Valerii Zaluzhnyi | Валерій Федорович Залужний | Walerij Saluschnyj | Valeri Zaloujny | Wałerij Załużny
Александр Станиславович Сырский | Oleksandr Syrskyi | Олександр Станіславович Сирський | Oleksandr Syrskyj | Ołeksandr Syrski
Кирилл Алексеевич Буданов | Kyrylo Budanov | Кирило Олексійович Буданов | Kyrylo Budanow | Kyryło Budanow
Андрей Борисович Ермак | Andriy Yermak | Андрій Борисович Єрмак | Andrij Jermak | Andriï Iermak
Дмитрий Иванович Кулеба | Dmytro Kuleba | Дмитро Іванович Кулеба | Dmytro Kouleba | Dmytro Kułeba
Арсений Петрович Яценюк | Arseniy Yatsenyuk | Арсеній Петрович Яценюк | Arsenij Jazenjuk | Arseni Iatseniouk | Arsenij Jaceniuk
Виталий Владимирович Кличко | Vitali Klitschko | Віталій Володимирович Кличко | Vitaliy Klychko | Witalij Kłyczko | Vitali Klitchko
Владимир Владимирович Кличко | Wladimir Klitschko | Володимир Володимирович Кличко | Volodymyr Klychko
Денис Владимирович Пушилин | Denis Pushilin | Денис Володимирович Пушилін | Denis Puschilin | Denis Pouchiline
Леонид Иванович Пасечник | Leonid Pasechnik | Леонід Іванович Пасічник | Leonid Passetschnik | Leonid Pasiecznik
Александр Владимирович Захарченко | Alexander Zakharchenko | Олександр Володимирович Захарченко | Alexander Sachartschenko | Ołeksandr Zacharczenko
Виталий Юрьевич Захарченко | Vitaliy Zakharchenko | Віталій Юрійович Захарченко | Vitalii Zakharchenko
Сергей Валерьевич Аксёнов | Sergey Aksyonov | Сергій Валерійович Аксьонов | Sergei Aksjonow | AKSYONOV Sergey Valeryevich | Sergueï Aksionov
Евгений Витальевич Балицкий | Yevgeny Balitsky | Євген Віталійович Балицький | Jewgeni Balizki | Evgeniy Balitskiy
Владимир Васильевич Сальдо | Vladimir Saldo | Володимир Васильович Сальдо | Wolodymyr Saldo
Константин Владимирович Иващенко | Konstantin Ivashchenko | Костянтин Іващенко | Kostyantyn Ivashchenko
Дмитрий Олегович Рогозин | Dmitry Rogozin | Дмитро Олегович Рогозін | Dmitri Rogosin | Dmitri Rogozine
Аркадий Романович Ротенберг | Arkady Rotenberg | Аркадій Романович Ротенберг | Arkadi Rotenberg | ROTENBERG Arkadii Romanovich
Борис Романович Ротенберг | Boris Rotenberg | Борис Ротенберг
Игорь Аркадьевич Ротенберг | Igor Rotenberg | Ігор Аркадійович Ротенберг
Игорь Иванович Сечин | Igor Sechin | Ігор Іванович Сєчін | Igor Setschin | Igor Setchine | Igor Sieczin
Алишер Бурханович Усманов | Alisher Usmanov | Алішер Бурханович Усманов | Alischer Usmanow | Alisher Ousmanov | Aliszer Usmanow
Сулейман Абусаидович Керимов | Suleyman Kerimov | Сулейман Керімов | Suleiman Kerimow | Souleïman Kerimov | Sulejman Kierimow
Роман Аркадьевич Абрамович | Roman Abramovich | Роман Аркадійович Абрамович | Roman Abramowitsch | Roman Abramovitch | Roman Abramowicz
Михаил Маратович Фридман | Mikhail Fridman | Михайло Маратович Фрідман | Michail Fridman | Michaił Fridman | Mikhaïl Fridman
Пётр Олегович Авен | Petr Aven | Петро Олегович Авен | Pyotr Aven | Pjotr Awen
Олег Владимирович Дерипаска | Oleg Deripaska | Олег Володимирович Дерипаска | Oleg Deripaska
Геннадий Николаевич Тимченко | Gennady Timchenko | Геннадій Миколайович Тимченко | Gennadi Timtschenko | Guennadi Timtchenko | Giennadij Timczenko
Юрий Валентинович Ковальчук | Yury Kovalchuk | Юрій Валентинович Ковальчук | Juri Kowaltschuk | Iouri Kovaltchouk | Jurij Kowalczuk
Михаил Валентинович Ковальчук | Mikhail Kovalchuk | Михайло Ковальчук | Michail Kowaltschuk
Алексей Борисович Миллер | Alexey Miller | Олексій Борисович Міллер | Alexei Miller
Герман Оскарович Греф | Herman Gref | Герман Оскарович Греф | German Gref | Hermann Gräf
Эльвира Сахипзадовна Набиуллина | Elvira Nabiullina | Ельвіра Набіулліна | Elwira Nabiullina | Elvira Nabioullina
Магомед-Салам Магомедалиевич Магомедов | Magomedsalam Magomedov | Магомедсалам Магомедов
Зиявудин Гаджиевич Магомедов | Ziyavudin Magomedov | Зіявудін Магомедов
Сергей Алимович Меликов | Sergey Melikov | Сергій Алімович Меліков | Sergei Melikow
Хабиб Абдулманапович Нурмагомедов | Khabib Nurmagomedov | Хабіб Нурмагомедов | Chabib Nurmagomedow | Xabib Nurmagomedov
Абдулманап Магомедович Нурмагомедов | Abdulmanap Nurmagomedov | Абдулманап Нурмагомедов
Магомед Магомедкамилович Абдусаламов | Magomed Abdusalamov | Магомед Абдусаламов | Mago Abdussalamow
Адам Султанович Делимханов | Adam Delimkhanov | Адам Делімханов | Adam Delimchanow
Апти Аронович Алаудинов | Apti Alaudinov | Апті Алаудінов | Apti Alaudinow
Ислам Абдулаевич Кадыров | Islam Kadyrov | Іслам Кадиров
Джохар Мусаевич Дудаев | Dzhokhar Dudayev | Джохар Дудаєв | Dschochar Dudajew | Djokhar Doudaïev | Dżochar Dudajew
Аслан Алиевич Масхадов | Aslan Maskhadov | Аслан Масхадов | Aslan Maschadow
Шамиль Салманович Басаев | Shamil Basayev | Шаміль Басаєв | Schamil Bassajew | Chamil Bassaïev
Ахмед Халидович Закаев | Akhmed Zakayev | Ахмед Закаєв | Achmed Sakajew
Игорь Всеволодович Гиркин | Igor Girkin | Ігор Всеволодович Гіркін | Igor Guirkine
Михаил Сергеевич Горбачёв | Mikhail Gorbachev | Михайло Сергійович Горбачов | Michail Gorbatschow | Mikhaïl Gorbatchev | Michaił Gorbaczow
Борис Николаевич Ельцин | Boris Yeltsin | Борис Миколайович Єльцин | Boris Jelzin | Boris Eltsine | Borys Jelcyn
Борис Ефимович Немцов | Boris Nemtsov | Борис Юхимович Нємцов | Boris Nemzow | Borys Niemcow
Михаил Борисович Ходорковский | Mikhail Khodorkovsky | Михайло Борисович Ходорковський | Michail Chodorkowski | Mikhaïl Khodorkovski | Michaił Chodorkowski
Никита Сергеевич Хрущёв | Nikita Khrushchev | Микита Сергійович Хрущов | Nikita Chruschtschow | Nikita Khrouchtchev | Nikita Chruszczow
Леонид Ильич Брежнев | Leonid Brezhnev | Леонід Ілліч Брежнєв | Leonid Breschnew | Léonid Brejnev | Leonid Breżniew
Виталий Валентинович Милонов | Vitaly Milonov | Віталій Валентинович Мілонов
Леонид Эдуардович Слуцкий | Leonid Slutsky | Леонід Едуардович Слуцький | Leonid Sluzki | Leonid Słucki
Геннадий Андреевич Зюганов | Gennady Zyuganov | Геннадій Андрійович Зюганов | Gennadi Sjuganow | Guennadi Ziouganov | Giennadij Ziuganow
Владимир Вольфович Жириновский | Vladimir Zhirinovsky | Володимир Вольфович Жириновський | Wladimir Schirinowski | Vladimir Jirinovski | Władimir Żyrinowski
Ирина Анатольевна Яровая | Irina Yarovaya | Ірина Анатоліївна Ярова | Irina Jarowaja
Наталья Владимировна Поклонская | Natalia Poklonskaya | Наталія Володимирівна Поклонська | Natalja Poklonskaja | Natalia Pokłonska
Ольга Николаевна Скабеева | Olga Skabeyeva | Ольга Миколаївна Скабєєва | Olga Skabejewa
Владимир Рудольфович Соловьёв | Vladimir Solovyov | Володимир Рудольфович Соловйов | Wladimir Solowjow | Vladimir Soloviev | Władimir Sołowjow
Маргарита Симоновна Симоньян | Margarita Simonyan | Маргарита Симонівна Симоньян | Margarita Simonjan | Margarita Simonian
Дмитрий Константинович Киселёв | Dmitry Kiselyov | Дмитро Костянтинович Кисельов | Dmitri Kisseljow | Dmitri Kisselev | Dmitrij Kisielow
Дмитрий Сергеевич Песков | Dmitry Peskov | Дмитро Сергійович Пєсков | Dmitri Peskow
Сергей Владиленович Кириенко | Sergei Kiriyenko | Сергій Владиленович Кирієнко | Sergei Kirijenko | Sergueï Kirienko
Александр Георгиевич Хлопонин | Alexander Khloponin
Юрий Яковлевич Чайка | Yury Chaika | Юрій Якович Чайка | Juri Tschaika | Iouri Tchaïka
Игорь Викторович Краснов | Igor Krasnov | Ігор Вікторович Краснов
Александр Иванович Бастрыкин | Alexander Bastrykin | Олександр Іванович Бастрикін | Alexandre Bastrykine
Владимир Александрович Колокольцев | Vladimir Kolokoltsev | Володимир Колокольцев | Wladimir Kolokolzew
Виктор Васильевич Золотов | Viktor Zolotov | Віктор Васильович Золотов | Wiktor Solotow
Тимур Вадимович Иванов | Timur Ivanov | Тимур Вадимович Іванов
Сергей Борисович Иванов | Sergei Ivanov | Сергій Борисович Іванов | Sergej Iwanow
Дмитрий Витальевич Булгаков | Dmitry Bulgakov | Дмитро Віталійович Булгаков | Dmitri Bulgakow
Михаил Евгеньевич Мизинцев | Mikhail Mizintsev | Михайло Мізінцев
Азатбек Асанбекович Омурбеков | Azatbek Omurbekov | Азатбек Омурбеков
Гульнара Исламовна Каримова | Gulnara Karimova | Гульнара Карімова
Иван Станиславович Тертель | Ivan Tertel | Іван Станіслававіч Тэртэль | Ivan Tsertsel
Павел Павлович Латушко | Pavel Latushko | Павел Латушка | Pavel Latushka | Pawieł Łatuszka
Андрей Олегович Санников | Andrei Sannikov | Андрэй Саннікаў | Andrej Sannikau
Николай Викторович Статкевич | Mikola Statkevich | Мікола Статкевіч | Mikoła Statkiewicz | Nikolai Statkevich
Виктор Дмитриевич Бабарико | Viktar Babaryka | Віктар Бабарыка | Viktor Babariko | Wiktar Babaryka
Александр Геннадьевич Бельский | Alexander Belsky
Людмила Александровна Нарусова | Lyudmila Narusova | Людмила Нарусова
Андрей Аркадьевич Климов | Andrey Klimov | Андрій Аркадійович Клімов
Елена Борисовна Мизулина | Yelena Mizulina | Олена Борисівна Мізуліна | Jelena Misulina
Алексей Юрьевич Русских | Aleksey Russkikh
Андрей Рэмович Белоусов | Andrey Belousov | Андрій Ремович Білоусов | Andrej Beloussow
Мурат Каральбиевич Кумпилов | Murat Kumpilov | Мурат Кумпілов
Темирхан Шахабасович Шамсутдинов
Сангаджи Андреевич Тарбаев | Sangadzhi Tarbaev
Баир Валерьевич Жамсуев | Bair Zhamsuyev | Баїр Жамсуєв
Вячеслав Владимирович Наговицын | Vyacheslav Nagovitsyn
Егор Афанасьевич Борисов | Yegor Borisov | Єгор Борисов
Ильдар Неверович Гильмутдинов | Ildar Gilmutdinov
Айдар Мансурович Метшин | Aidar Metshin
Фарид Мубаракшевич Мухаметшин | Farid Mukhametshin | Фарід Мухаметшин
Минтимер Шарипович Шаймиев | Mintimer Shaimiev | Мінтімер Шаймієв | Mintimer Schaimijew
Муртаза Губайдуллович Рахимов | Murtaza Rakhimov | Муртаза Рахімов
Владимир Петрович Походов
Светлана Сергеевна Походова | Sviatlana PAKHODAVA | Святлана Паходава
Дмитрий Сергеевич Егоров | Dzmitry IAHORAU | Дзмітрый Ягораў
Василий Иванович Герасимов | Vasil Herasimau | Васіль Герасімаў
Константин Геннадьевич Мороз | Kanstantsin Maroz
Сергей Александрович Козлов | Siarhei Kazlou | Сяргей Казлоў
Павел Иванович Сергеев | Pavel Siarheeu
Юрий Петрович Никитин | Yury Mikitsin | Юрый Нікіцін
Валерий Павлович Вакульчик | Valery Vakulchyk | Валерый Вакульчык
Анатолий Анатольевич Лаппо | Anatol Lapo | Анатоль Лапо
Евгений Александрович Пустовой | Yauheni Pustavy | Яўген Пуставы
Михаил Владимирович Мишустин | Mikhail Mishustin | Михайло Мішустін | Michail Mischustin | Michaił Miszustin
Антон Эдуардович Вайно | Anton Vaino | Антон Вайно | Anton Waino
Антон Германович Силуанов | Anton Siluanov | Антон Силуанов
Ольга Юрьевна Голодец | Olga Golodets | Ольга Голодець
Татьяна Алексеевна Голикова | Tatiana Golikova | Тетяна Голікова | Tatjana Golikowa
`;
