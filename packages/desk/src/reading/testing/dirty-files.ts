/** Workbooks, chats, address books, other systems' exports, and what is no list at all. As dirty-tables.ts. */
import { strToU8 as u8, zipSync } from "fflate";

import { dirtyTables, man, second, type DirtyFile } from "./dirty-tables.ts";
import { bomb, row, workbook } from "./make-files.ts";

export const dirtyFiles: readonly DirtyFile[] = [
  ...dirtyTables,
  {
    name: "a workbook with texts, days and numbers",
    bytes: workbook([
      {
        name: "Лист1",
        rows: row(1, ["ФИО", "Дата рождения", "Телефон"]) + row(2, [man, { d: 35132 }, { n: 89987654321 }]),
      },
    ]),
    gives: { kind: "xlsx", told: [{ soldierName: man, birth: "1996-03-08", phones: ["89987654321"] }] },
  },
  {
    name: "a workbook counted from 1904",
    bytes: workbook([{ name: "1", rows: row(1, ["ФИО", "Дата рождения"]) + row(2, [man, { d: 33670 }]) }], {
      from1904: true,
    }),
    gives: { kind: "xlsx", told: [{ birth: "1996-03-08" }] },
  },
  {
    name: "a workbook with shared and rich texts",
    bytes: workbook(
      [
        {
          name: "1",
          rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>нет связи</t></is></c></row>',
        },
      ],
      {
        shared: [
          "<t>ФИО</t>",
          `<r><t>Черноризов </t></r><r><rPr><b/></rPr><t>Тихон Ефимович</t></r><rPh><t>x</t></rPh>`,
          "<t>Суть</t>",
        ],
      },
    ),
    gives: { kind: "xlsx", told: [{ soldierName: man, summary: "нет связи" }] },
  },
  {
    name: "a unit written once beside three men",
    bytes: workbook([
      {
        name: "1",
        rows:
          row(1, ["Часть", "ФИО"]) +
          row(2, ["98986", man]) +
          row(3, ["", second]) +
          row(4, ["", "Лев Лопухин"]),
        merges: ["A2:A4"],
      },
    ]),
    gives: {
      kind: "xlsx",
      told: [{ unit: "98986" }, { unit: "98986", soldierName: second }, { unit: "98986" }],
      noted: [{ type: "Merged", cells: 2 }],
    },
  },
  {
    name: "a merged heading over two rows",
    bytes: workbook([
      {
        name: "1",
        rows:
          row(1, ["Военнослужащий", "", "Заявитель"]) +
          row(2, ["ФИО", "Дата рождения", "Имя заявителя", "Телефон"]) +
          row(3, [man, "08.03.1996", "Пелагея", "89987654321"]),
        merges: ["A1:B1", "C1:D1"],
      },
    ]),
    gives: { kind: "xlsx", told: [{ soldierName: man, birth: "1996-03-08", callerName: "Пелагея" }] },
  },
  {
    name: "hidden rows",
    bytes: workbook([
      {
        name: "1",
        rows:
          row(1, ["ФИО", "Телефон"]) +
          row(2, [man, "89987654321"], 'hidden="1"') +
          row(3, [second, "89987654322"]),
      },
    ]),
    gives: {
      kind: "xlsx",
      told: [{ soldierName: man }, { soldierName: second }],
      noted: [{ type: "Hidden", rows: 1 }],
    },
  },
  {
    name: "two leaves, and one that is empty",
    bytes: workbook([
      { name: "Октябрь", rows: row(1, ["ФИО", "Телефон"]) + row(2, [man, "89987654321"]) },
      {
        name: "Ноябрь",
        rows: row(1, ["Фамилия", "Имя", "Тел."]) + row(5, ["Лопухин", "Демьян", "89987654322"]),
      },
      { name: "Пустой", rows: row(1, [""]) },
    ]),
    gives: { kind: "xlsx", grids: ["Октябрь", "Ноябрь"], told: [{ soldierName: man }] },
  },
  {
    name: "formulas with their values, and one without",
    bytes: workbook([
      {
        name: "1",
        rows:
          row(1, ["ФИО", "Телефон"]) +
          row(2, [
            { f: 'A9&" "&B9', is: man },
            { f: "HYPERLINK(1)", is: "89987654321" },
          ]) +
          row(3, [second, { f: "C9" }]),
      },
    ]),
    gives: {
      kind: "xlsx",
      told: [
        { soldierName: man, phones: ["89987654321"] },
        { soldierName: second, phones: [] },
      ],
      noted: [{ type: "Unreckoned", cells: 1 }],
    },
  },
  {
    name: "a day and its hour, and a format in words",
    bytes: workbook(
      [{ name: "1", rows: row(1, ["ФИО", "Дата обращения"]) + row(2, [man, { d: 46326.75 }]) }],
      {
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
      },
    ),
    gives: { kind: "xlsx", told: [{ date: "2026-10-31" }] },
  },
  {
    name: "a zip that is no workbook",
    bytes: zipSync({ "a.txt": u8("x") }),
    gives: { unreadable: "Broken" },
  },
  {
    name: "a workbook that would fill the memory",
    bytes: bomb(),
    gives: { unreadable: "Bomb" },
  },
  {
    name: "a workbook that declares entities of its own",
    bytes: zipSync({
      "xl/workbook.xml": u8(
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><workbook><sheets/></workbook>',
      ),
    }),
    gives: { unreadable: "Broken" },
  },
  {
    name: "a workbook of before 2007",
    bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    gives: { unreadable: "OldExcel" },
  },
  { name: "nothing", bytes: new Uint8Array(0), gives: { unreadable: "Empty" } },
  {
    name: "a picture",
    bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4]),
    gives: { unreadable: "NoTable" },
  },
  {
    name: "a chat of WhatsApp, from a telephone",
    bytes: u8(
      `[31.10.26, 18:03:11] Пелагея: Здравствуйте, ищу сына ${man} 08.03.1996, в/ч 98986\nпозывной Гном\n[31.10.26, 18:05:00] Пелагея: спасибо\n`,
    ),
    gives: {
      kind: "chat",
      told: [
        {
          soldierName: man,
          birth: "08.03.1996",
          callSign: "Гном",
          unit: "в/ч 98986",
          callerName: "Пелагея",
          date: "2026-10-31",
        },
      ],
      refused: ["NothingSaid"],
    },
  },
  {
    name: "a chat of WhatsApp, from a computer",
    bytes: u8(
      `31.10.2026, 18:03 - Сообщения защищены\n31.10.2026, 18:03 - Анна: ${second}, 01.02.1999, тел. +7 998 765-43-22\n`,
    ),
    gives: {
      kind: "chat",
      told: [{ soldierName: second, birth: "01.02.1999", phones: ["+7 998 765-43-22"] }],
    },
  },
  {
    name: "messages copied out of Telegram",
    bytes: u8(
      `Анна, [31.10.2026 18:03]\nПропал муж ${second}, 01.02.1999\n\nПётр, [31.10.2026 18:04]\nдержитесь\n`,
    ),
    gives: { kind: "chat", told: [{ soldierName: second, callerName: "Анна" }], refused: ["NothingSaid"] },
  },
  {
    name: "a chat saved by Telegram Desktop",
    bytes: u8(
      JSON.stringify({
        name: "Ищем своих",
        type: "private_supergroup",
        id: 1,
        messages: [
          {
            id: 1,
            type: "service",
            date: "2026-10-30T10:00:00",
            actor: "Анна",
            action: "join_group_by_link",
            text: "",
          },
          {
            id: 2,
            type: "message",
            date: "2026-10-31T18:03:00",
            from: "Анна",
            text: ["Ищу мужа ", { type: "bold", text: second }, ", 01.02.1999"],
          },
          { id: 3, type: "message", date: "2026-10-31T18:04:00", from: null, text: "" },
        ],
      }),
    ),
    gives: { kind: "telegram", grids: ["Ищем своих"], told: [{ soldierName: second, date: "2026-10-31" }] },
  },
  {
    name: "all chats of Telegram Desktop",
    bytes: u8(
      JSON.stringify({
        about: "x",
        chats: {
          list: [
            {
              name: "А",
              messages: [
                { type: "message", date: "2026-10-31T18:03:00", from: "Анна", text: `Ищу ${second}` },
              ],
            },
            { name: "Б", messages: [] },
          ],
        },
      }),
    ),
    gives: { kind: "telegram", grids: ["А"], told: [{ soldierName: second }] },
  },
  { name: "some other JSON", bytes: u8('{"a": [1, 2]}'), gives: { unreadable: "NoTable" } },
  { name: "JSON that breaks off", bytes: u8('{"messages": [{"ty'), gives: { unreadable: "Broken" } },
  {
    name: "vCard 2.1 with quoted-printable",
    bytes: u8(
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=A7=D0=B5=D1=80=D0=BD=D0=BE=D1=80=D0=B8=D0=B7=D0=BE=D0=B2;=D0=A2=\r\n=D0=B8=D1=85=D0=BE=D0=BD\r\nTEL;CELL:+79987654321\r\nEND:VCARD\r\n",
    ),
    gives: { kind: "vcard", told: [{ soldierName: "Черноризов Тихон", phones: ["+79987654321"] }] },
  },
  {
    name: "vCard 3.0 with folded lines",
    bytes: u8(
      `BEGIN:VCARD\nVERSION:3.0\nFN:${man}\nBDAY:19960308\nTEL;TYPE=HOME:8 998 765-43-21\nTEL;TYPE=CELL:8 998 765-43-22\nNOTE:не звонил\\, с мая\n  2026\nEND:VCARD\nBEGIN:VCARD\nFN:${second}\nEND:VCARD\n`,
    ),
    gives: {
      kind: "vcard",
      told: [
        {
          soldierName: man,
          birth: "1996-03-08",
          phones: ["8 998 765-43-21", "8 998 765-43-22"],
          summary: "не звонил, с мая 2026",
        },
        { soldierName: second },
      ],
    },
  },
  {
    name: "vCard 4.0",
    bytes: u8(
      `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${man}\r\nBDAY:1996-03-08\r\nTEL;VALUE=uri;TYPE="voice,cell":tel:+7-998-765-43-21\r\nEND:VCARD\r\n`,
    ),
    gives: { kind: "vcard", told: [{ soldierName: man, phones: ["+7-998-765-43-21"] }] },
  },
  {
    name: "what KoBo exports",
    bytes: u8(
      `start,end,group_a/soldier_name,group_a/date_of_birth,group_b/caller_name,group_b/phone,group_b/relationship,_id,_uuid,_submission_time,_validation_status,_index\n2026-10-31T10:00:00.000+03:00,2026-10-31T10:05:00.000+03:00,${man},1996-03-08,Пелагея,89987654321,mother,7,0e1a-77,2026-10-31T07:05:00,,1\n`,
    ),
    gives: {
      kind: "csv",
      told: [
        {
          soldierName: man,
          birth: "1996-03-08",
          callerName: "Пелагея",
          relation: "mother",
          date: "2026-10-31",
        },
      ],
      keys: ["0e1a-77"],
    },
  },
  {
    name: "what CiviCRM exports",
    bytes: u8(
      `"Contact ID","Contact Type","Last Name","First Name","Middle Name","Birth Date","State","Phone","Phone Type","Note(s)"\n"4711","Individual","Черноризов","Тихон","Ефимович","1996-03-08","Орловская область","89987654321","Mobile","нет связи"\n`,
    ),
    gives: {
      kind: "csv",
      told: [{ soldierName: man, birth: "1996-03-08", region: "Орловская область", summary: "нет связи" }],
      keys: ["4711"],
    },
  },
  {
    name: "PFIF 1.4",
    bytes: u8(
      `<?xml version="1.0"?><pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4"><pfif:person><pfif:person_record_id>example.org/p.1</pfif:person_record_id><pfif:source_date>2026-10-31T10:00:00Z</pfif:source_date><pfif:full_name>${man}</pfif:full_name><pfif:date_of_birth>1996-03-08</pfif:date_of_birth><pfif:author_name>Пелагея</pfif:author_name><pfif:note><pfif:note_record_id>example.org/n.1</pfif:note_record_id><pfif:status>believed_missing</pfif:status><pfif:text>не звонит</pfif:text></pfif:note></pfif:person></pfif:pfif>`,
    ),
    gives: {
      kind: "pfif",
      told: [
        {
          soldierName: man,
          birth: "1996-03-08",
          callerName: "Пелагея",
          fate: "noContact",
          summary: "не звонит",
        },
      ],
      keys: ["example.org/p.1"],
    },
  },
  {
    name: "PFIF 1.2, with names in two parts",
    bytes: u8(
      `<pfif xmlns="http://zesty.ca/pfif/1.2"><person><person_record_id>e/2</person_record_id><last_name>Лопухин</last_name><first_name>Демьян</first_name><home_city>Орёл</home_city><other>description:\n без вести с мая</other></person><person><person_record_id>e/3</person_record_id></person></pfif>`,
    ),
    gives: {
      kind: "pfif",
      told: [{ soldierName: "Лопухин Демьян", region: "Орёл", summary: "без вести с мая" }],
      count: 1,
    },
  },
  {
    name: "PFIF that fetches from elsewhere",
    bytes: u8(
      '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><pfif><person><full_name>&x;</full_name></person></pfif>',
    ),
    gives: { unreadable: "Broken" },
  },
  {
    name: "XML of another kind",
    bytes: u8('<?xml version="1.0"?><rss><item/></rss>'),
    gives: { unreadable: "NoTable" },
  },
];
