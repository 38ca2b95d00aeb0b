/** People on paper: a coordinator, two colleagues, and whatever is said of them. */
import {
  addMinutes,
  type CaseId,
  type Command,
  type DeviceId,
  type MemberId,
  type Moment,
  type ReferralId,
} from "@answerable/casework";
import type {
  DeskId,
  Office,
  PeopleWord,
  Status,
  TeamAnswer,
  TeamDeskRow,
  TeamMemberRow,
} from "@answerable/replica";

type PeopleSide = Pick<
  Office,
  | "invite"
  | "sayOfPeople"
  | "show"
  | "refer"
  | "sendBack"
  | "setRecovery"
  | "readShare"
  | "recover"
  | "travel"
  | "setDuress"
  | "panic"
>;

interface Deps {
  readonly me: MemberId;
  readonly device: DeviceId;
  readonly members: Status["members"];
  readonly say: (change: Partial<Status>) => void;
  readonly changed: () => void;
  readonly now: () => Moment;
  readonly record: (command: Command) => Awaited<ReturnType<Office["do"]>>;
}

function paperDesk(
  number: number,
  members: readonly MemberId[],
  called: { readonly name?: string; readonly purpose?: string } = {},
): TeamDeskRow {
  const id = `desk-${number}` as DeskId; // on paper an id is any text
  const rest = { epoch: 1, isMine: true, isRotationDue: false, takesLetters: true };
  return { id, number, ...called, members, ...rest };
}

/** Eighteen groups that look like a share. */
const share = (number: number) =>
  Array.from({ length: 18 }, (_, at) => `${"ABCDEFGHIJKLMNOPQR"[at] ?? ""}X${number + 1}K`).join(" ");

export function openPaperPeople({
  me,
  device,
  members,
  say,
  changed,
  now,
  record,
}: Deps): PeopleSide & { answer: () => TeamAnswer } {
  let recovery: TeamAnswer["recovery"];
  let rows: readonly TeamMemberRow[] = members.map((member, at) => ({
    id: member.id,
    ...(member.name === undefined ? {} : { name: member.name }),
    isMe: member.id === me,
    roles: at === 0 ? ["coordinator", "operator"] : ["operator"],
    standing: "Active",
    voices: at === 2 ? 1 : 0,
    hasMyVoice: false,
    devices: [
      {
        id: at === 0 ? device : (`device-${at}-aaaaaaaaaaaaaa` as DeviceId), // on paper an id is any text
        ...(at === 3 ? {} : { name: ["стол у окна", "ноутбук дома", "старый ноутбук"][at] ?? "телефон" }),
        isThis: at === 0,
        isInUse: true,
        renewed: "2026-11-18",
        expiresInDays: at === 1 ? 4 : 26,
      },
    ],
  }));

  let witness: string | undefined;
  let desks: readonly TeamDeskRow[] = [
    paperDesk(
      1,
      members.map((one) => one.id),
    ),
  ];
  /** As the status has it: whose desk is shown, once there are several. */
  function tellDesks(): void {
    const [first] = desks;
    say({
      ...(first ? { desk: first.id } : {}),
      desks: desks.map((one) => ({ ...one, unsent: 0 })),
    });
  }
  function after(
    row: TeamMemberRow,
    word: Extract<
      PeopleWord,
      { readonly type: "Suspend" | "Restore" | "Remove" | "GiveRoles" | "RevokeDevice" }
    >,
  ): TeamMemberRow {
    switch (word.type) {
      case "Suspend":
        return { ...row, standing: "Suspended" };
      case "Restore":
        return { ...row, standing: "Active" };
      case "Remove":
        return { ...row, standing: "Removed" };
      case "GiveRoles":
        return { ...row, roles: word.roles };
      case "RevokeDevice":
        return {
          ...row,
          devices: row.devices.map((one) =>
            one.id === word.device ? { ...one, isInUse: false, why: word.why } : one,
          ),
        };
    }
  }

  return {
    answer: () => ({
      mayCoordinate: rows.some((row) => row.isMe && row.roles.includes("coordinator")),
      members: rows,
      desks,
      ...(recovery ? { recovery } : {}),
      ...(witness === undefined ? {} : { witness }),
      isLockedOut: false,
    }),
    invite: async () => {
      const link = "https://desk.example/#enrol=m.s.f";
      say({ enrol: { role: "inviting", step: "waiting", link, until: addMinutes(now(), 10) } });
      return { ok: true, value: { link } };
    },
    refer: async (wish) => {
      const done = record({
        type: "ReferCase",
        ...wish,
        referral: "referral______________" as ReferralId, // on paper an id is any text
        other: "case-there____________" as CaseId, // likewise
        deskName: desks.find((one) => one.id === wish.desk)?.name ?? "",
      });
      changed();
      return done;
    },
    sendBack: async () => ({ ok: false, refusal: { type: "Unreachable" } }),
    show: async (desk) => (say({ desk }), { ok: true, value: undefined }),
    sayOfPeople: async (word) => {
      if (word.type === "MakeDesk" || word.type === "NameDesk") {
        if (word.name.trim() === "") return { ok: false, refusal: { type: "NameMissing" } };
        const { name, purpose } = word;
        desks =
          word.type === "NameDesk"
            ? desks.map((one) => (one.id === word.desk ? { ...one, name, purpose } : one))
            : [...desks, paperDesk(desks.length + 1, [me, ...word.members], { name, purpose })];
        tellDesks();
        return { ok: true, value: undefined };
      }
      if (word.type === "GiveSeat" || word.type === "TakeSeat") {
        const seats = (one: readonly MemberId[]) =>
          word.type === "GiveSeat" ? [...one, word.member] : one.filter((each) => each !== word.member);
        desks = desks.map((one) => (one.id === word.desk ? { ...one, members: seats(one.members) } : one));
        changed();
        return { ok: true, value: undefined };
      }
      if (word.type === "NameWitness") {
        witness = word.line?.split("+")[0];
        changed();
        return { ok: true, value: undefined };
      }
      const isAbout = (row: TeamMemberRow) =>
        word.type === "RevokeDevice"
          ? row.devices.some((one) => one.id === word.device)
          : row.id === word.member;
      const next = rows.map((row) => (isAbout(row) ? after(row, word) : row));
      const isLeft = next.some((row) => row.standing === "Active" && row.roles.includes("coordinator"));
      if (!isLeft) return { ok: false, refusal: { type: "LastCoordinator" } };
      rows = next;
      changed();
      return { ok: true, value: undefined };
    },
    setRecovery: async ({ least, of }) => {
      recovery = { set: "0a1b2c3d", least, of, day: "2026-11-22" };
      changed();
      return {
        ok: true,
        value: { set: "0a1b2c3d", shares: Array.from({ length: of }, (_, at) => share(at)) },
      };
    },
    readShare: async (text) => {
      const number = Number(/X(\d)K/.exec(text)?.[1] ?? 0) - 1;
      return number < 0
        ? { ok: false, refusal: { type: "NotAShare" } }
        : { ok: true, value: { set: "0a1b2c3d", least: 2, of: 3, number: number + 1 } };
    },
    recover: async ({ fingerprint }) =>
      fingerprint.length < 8
        ? { ok: false, refusal: { type: "OtherHelpline" } }
        : (say({ phase: "open" }), { ok: true, value: undefined }),
    travel: async (passphrase) => {
      if (passphrase === "") return { ok: false, refusal: { type: "WrongPassphrase" } };
      say({ phase: "locked", travels: true });
      return { ok: true, value: { code: "ABCDE FGHIJ KLMNO PQRST UVWXY Z" } };
    },
    setDuress: async ({ passphrase, phrase }) =>
      passphrase === phrase ? { ok: false, refusal: { type: "SamePhrase" } } : { ok: true, value: undefined },
    panic: async () => say({ phase: "gone" }),
  };
}
