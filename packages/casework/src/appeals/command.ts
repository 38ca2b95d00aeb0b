/** What a person may do with an appeal. Days come as typed ("08.11", "вчера", 2022-11-08): `decide` reads or refuses them. */
import type { AnswerId, AppealId, BatchId, CaseId, PersonId, SignatoryId } from "../id.ts";
import type { SignatoryTold } from "./event.ts";
import type { AnswerKind, DispatchedBy, Proof } from "./facts.ts";

interface OfAppeal {
  readonly case: CaseId;
  readonly appeal: AppealId;
}

export interface SeatGiven {
  readonly route: string;
  readonly authority: string;
  /** As on the envelope; empty: the pack's own name of that kind of body. */
  readonly office: string;
  readonly region?: string;
  readonly zone?: string;
}

export type SignatoryGiven = Omit<SignatoryTold, "signatory">;

/** `appeal`, where it makes one, is a fresh id of the caller's: the screen can go there at once. */
export type AppealCommand = OfAppeal &
  (
    | ({
        readonly type: "DraftAppeal";
        readonly pack: string;
        readonly ground?: string;
        readonly complainedOf: readonly string[];
        readonly kind: "individual" | "collective";
        readonly template: string;
        readonly slots: Readonly<Record<string, string>>;
        readonly signatories: readonly SignatoryGiven[];
        readonly batch?: BatchId;
        readonly after?: { readonly appeal: AppealId; readonly why: string };
      } & SeatGiven)
    | {
        readonly type: "ChangeAppeal";
        readonly office?: string;
        readonly slots: Readonly<Record<string, string>>;
      }
    | ({ readonly type: "JoinAppeal" } & { readonly signatory: SignatoryGiven })
    | { readonly type: "LeaveAppeal"; readonly signatory: SignatoryId; readonly reason: string }
    /** `warnings`: the guards that were on the screen. */
    | { readonly type: "CheckAppeal"; readonly warnings: readonly string[]; readonly reason: string }
    | { readonly type: "SignAppeal"; readonly on: string }
    | { readonly type: "WithdrawAppeal"; readonly reason: string }
    | { readonly type: "HoldAppeal"; readonly reason: string }
    | { readonly type: "FreeAppeal"; readonly reason: string }
    | {
        readonly type: "DispatchAppeal";
        readonly on: string;
        readonly by: DispatchedBy;
        readonly proof: Proof;
        readonly tracking: string;
      }
    | { readonly type: "ReceiveAppeal"; readonly on: string; readonly proof: Proof }
    | {
        readonly type: "RegisterAppeal";
        readonly on: string;
        readonly number: string;
        readonly proof: Proof;
      }
    | ({
        readonly type: "ForwardAppeal";
        readonly on: string;
        readonly proof: Proof;
        readonly isWhole: boolean;
        readonly child: AppealId;
        readonly notice: string;
      } & SeatGiven)
    | {
        readonly type: "ExtendAppeal";
        readonly dated: string;
        readonly until: string;
        readonly reason: string;
      }
    | {
        readonly type: "AnswerAppeal";
        readonly answer?: AnswerId;
        readonly kind: AnswerKind;
        readonly dated: string;
        readonly received: string;
        readonly number: string;
        readonly summary: string;
      }
    | {
        readonly type: "ReturnAppeal";
        readonly on: string;
        readonly how: "returned" | "ended";
        readonly reason: string;
      }
    | {
        readonly type: "SayTrigger";
        readonly what: string;
        readonly on: string;
        readonly proof: Proof;
      }
    | {
        readonly type: "SayAppealOutcome";
        readonly helped: "yes" | "partly" | "no" | "harm";
        readonly words: string;
        readonly person?: PersonId;
      }
  );
export type AppealCommandOf<T extends AppealCommand["type"]> = Extract<AppealCommand, { type: T }>;

const types: Readonly<Record<AppealCommand["type"], true>> = {
  DraftAppeal: true,
  ChangeAppeal: true,
  JoinAppeal: true,
  LeaveAppeal: true,
  CheckAppeal: true,
  SignAppeal: true,
  WithdrawAppeal: true,
  HoldAppeal: true,
  FreeAppeal: true,
  DispatchAppeal: true,
  ReceiveAppeal: true,
  RegisterAppeal: true,
  ForwardAppeal: true,
  ExtendAppeal: true,
  AnswerAppeal: true,
  ReturnAppeal: true,
  SayTrigger: true,
  SayAppealOutcome: true,
};

export function isAppealCommand(command: { readonly type: string }): command is AppealCommand {
  return Object.hasOwn(types, command.type);
}
