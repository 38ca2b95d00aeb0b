/** The triage rules in words: what each looks for, and how it is told to the volunteer. Stems are lower case, ё written as е. */
import { ownWords } from "./vocabulary.ts";

/** Why a rule fired, in a sentence that stands beside the urgency. */
export const triageReasons = ownWords({
  "u1-beaten": {
    ru: "Его бьют или пытают: помощь нужна в течение часа.",
    uk: "Його б’ють або катують: допомога потрібна протягом години.",
    en: "He is being beaten or tortured: help is needed within the hour.",
  },
  "u1-death-threat": {
    ru: "Ему угрожают смертью.",
    uk: "Йому погрожують смертю.",
    en: "He is threatened with death.",
  },
  "u1-wounded-to-assault": {
    ru: "Раненого или больного отправляют в бой.",
    uk: "Пораненого або хворого відправляють у бій.",
    en: "A wounded or sick man is being sent into combat.",
  },
  "u1-suicidal": {
    ru: "Речь о самоубийстве: не оставляйте человека одного на линии.",
    uk: "Ідеться про самогубство: не залишайте людину саму на лінії.",
    en: "Suicide was spoken of: do not leave the person alone on the line.",
  },
  "u1-taken-tonight": {
    ru: "Их увозят сегодня.",
    uk: "Їх вивозять сьогодні.",
    en: "They are being taken away today.",
  },
  "u2-untreated": {
    ru: "Ранение или болезнь не лечат.",
    uk: "Поранення або хворобу не лікують.",
    en: "A wound or an illness is not being treated.",
  },
  "u2-detained": {
    ru: "Его незаконно удерживают.",
    uk: "Його незаконно утримують.",
    en: "He is held without law.",
  },
  "u2-dated-transport": {
    ru: "Известен день отправки.",
    uk: "Відомий день відправлення.",
    en: "The day of transport is known.",
  },
  "u2-legal-limit": {
    ru: "Срок по закону истекает в течение трёх дней.",
    uk: "Строк за законом спливає протягом трьох днів.",
    en: "A legal time limit ends within three days.",
  },
  "u2-burial": {
    ru: "Могут похоронить неопознанным.",
    uk: "Можуть поховати невпізнаним.",
    en: "He may be buried unidentified.",
  },
  "u2-violence": {
    ru: "Насилие со стороны своих: следы и свидетели пропадают быстро.",
    uk: "Насильство з боку своїх: сліди та свідки зникають швидко.",
    en: "Violence by his own side: traces and witnesses vanish fast.",
  },
  "u2-caller-safety": {
    ru: "Звонящему самому грозит опасность.",
    uk: "Тому, хто телефонує, загрожує небезпека.",
    en: "The caller is in danger.",
  },
  "u3-missing": {
    ru: "Нет связи, или его не могут найти.",
    uk: "Немає зв’язку, або його не можуть знайти.",
    en: "No contact, or he cannot be found.",
  },
  "u3-grievance": {
    ru: "Нарушение названо: ответим в течение трёх суток.",
    uk: "Порушення названо: відповімо протягом трьох діб.",
    en: "A violation was named: an answer within three days.",
  },
  "u3-soldier": {
    ru: "Обращение о военнослужащем, подробностей пока нет.",
    uk: "Звернення про військовослужбовця, подробиць поки немає.",
    en: "About a soldier, no details yet.",
  },
  "u4-information": {
    ru: "Просят справку.",
    uk: "Просять довідку.",
    en: "Information is asked for.",
  },
});

export const stems = {
  beaten:
    "бьют|избива|избил|пытают|пытк|пытали|издева|б'ють|побива|побили|катують|катув|знуща|beaten|beating|tortur",
  deathThreat:
    "расстрел|обнул|убьют|прикончат|завалят|грозят убить|угрожают убить|розстріл|вб'ють|уб'ють|погрожують вбити|обнулять|execute|kill him|will be shot",
  wounded:
    "ранен|раненн|ранил|контузи|контужен|перелом|осколок|осколоч|больн|поранен|хвор|контуз|уламк|wounded|injured|concuss",
  assault: "штурм|на передов|в бой|на ноль|в окоп|на фронт|у бій|на нуль|assault|frontline|front line",
  suicide:
    "суицид|самоуби|покончить с собой|покончит с собой|не хочу жить|не хочет жить|повеси|вскро[ею]|самогуб|накласти на себе руки|не хоче жити|suicid|kill himself|kill myself",
  takenNow:
    "сегодня ночью|этой ночью|ночью увоз|ночью увез|ночью вывоз|прямо сейчас|сейчас увоз|сейчас грузят|сегодня увоз|сегодня отправ|через час|сьогодні вночі|цієї ночі|просто зараз|зараз вантаж|сьогодні вивоз|сьогодні відправ|за годину|tonight|right now",
  taken:
    "увоз|увез|вывоз|вывез|отправ|забир|забер|груз|везут|этап|на фронт|вивоз|вивез|відправ|вантаж|забира|taken|sent|transport|load",
  untreated:
    "не лечат|не лечен|без лечения|без медицин|без помощи|не оказывают помощ|не перевяз|не эвакуир|гангрен|не лікують|без лікування|без допомоги|не евакую|гангрен|untreated|no treatment|not treated|not evacuated",
  detained:
    "держат в подвал|в подвале|сидят в подвал|в яме|удержива|под замком|держат взаперти|незаконно держ|у підвал|в ямі|утриму|під замком|basement|held in|detained|locked up",
  transport:
    "отправ|увоз|увез|вывоз|вывез|везут|повез|этап|эшелон|переброс|перебрас|передислок|вылет|выезж|забирают|відправ|вивоз|вивез|повез|ешелон|перекид|передислок|виліт|transport|deploy|depart|sent",
  limit:
    "срок|обжал|апелляц|кассац|суд|жалоб|подать до|строк|термін|оскарж|апеляц|касац|deadline|appeal|court|limit",
  burial: "похорон|захорон|хорон|похов|bury|buri",
  unidentified: "неопозн|безымян|без опозна|днк|морг|невпізн|безіменн|unidentif|unknown grave|dna",
} as const;
