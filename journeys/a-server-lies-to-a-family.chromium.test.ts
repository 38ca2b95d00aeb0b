/** A server that lies to a family about whose line it is, or about what was answered, is sent nothing and believed nothing. */
import { foundHelpline, openKeep, publishIntake, sealMail } from "@answerable/seal";
import { toText } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { canaries, everyNight, takeReceipt, TELEPHONE, written } from "./form-stage.ts";

const night = everyNight();

describe("an evil server", () => {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  async function refusedBy(change: (statements: readonly unknown[]) => unknown): Promise<string> {
    night.stage().answerWith(async (request, go) => {
      const answer = await go(request);
      if (!request.url.includes("/api/team")) return answer;
      const { statements } = (await answer.json()) as { readonly statements: readonly unknown[] };
      return Response.json({ statements: change(statements) });
    });
    const { page, context } = await night.telephone();
    await written(page, night.stage().origin);
    await page.locator("#fault-early").waitFor({ state: "visible" });
    await expect.poll(() => page.locator("#telephone").textContent()).toBe(TELEPHONE);
    await page.locator("#send").click();
    await page.locator("#fault").waitFor({ state: "visible" });
    const text = (await page.locator("#fault").textContent()) ?? "";
    expect(night.stage().crossed.filter(([where]) => /^(?:PUT|POST|PATCH)/.test(where))).toEqual([]);
    expect(hitsIn(night.stage().crossed, canaries)).toEqual([]);
    await context.close();
    return text;
  }

  test(
    "that changes the intake key, or leaves its signature out, gets nothing",
    { timeout: 120_000 },
    async () => {
      const other = toText(new Uint8Array(64));
      const text = await refusedBy((statements) =>
        statements.map((one) => {
          const statement = one as { readonly act: { readonly type: string } };
          return statement.act.type === "IntakeKeyPublished" ? { ...statement, signature: other } : statement;
        }),
      );
      expect(text).toContain("нельзя верить");
    },
  );

  test(
    "that shows another helpline's log, or leaves the key out, gets nothing",
    { timeout: 120_000 },
    async () => {
      const now = Date.now();
      const theirs = await foundHelpline({ name: "Чужие", practice: false, suite: "A1", now, random });
      const keep = await openKeep(theirs.keep);
      const published = await publishIntake({ keep, team: theirs.team, now, random, desk: theirs.secrets });
      const log = [...theirs.push.statements, ...published.push.statements];
      expect(await refusedBy(() => log)).toContain("нельзя верить");
      expect(await refusedBy((statements) => [...statements, ...published.push.statements])).toContain(
        "нельзя верить",
      );
      expect(await refusedBy((statements) => statements.slice(0, 2))).toContain("просрочен");
    },
  );

  test("that goes on serving a key which ran out gets nothing", { timeout: 120_000 }, async () => {
    let behind = 60 * 86_400_000;
    await night.begin({ now: () => Date.now() - behind });
    behind = 0;
    expect(await refusedBy((statements) => statements)).toContain("просрочен");
  });

  test("that forges an answer is not believed", { timeout: 120_000 }, async () => {
    const { page } = await night.telephone();
    await written(page, night.stage().origin);
    await page.locator("#send").click();
    const code = await takeReceipt(page);
    const [letter] = await night.stage().letters();
    if (!letter) throw new Error("one letter");
    const { locator, recipient, mailbox } = letter.drop.family;
    const correspondence = {
      v: 1 as const,
      locator,
      number: 1,
      letters: [{ day: "2026-11-23", text: "Приходите одна.", asks: false }],
    };
    const forged = await sealMail({ suite: "A1", recipient, reply: random(32), correspondence, random });
    await night.stage().wire.putMail(night.stage().secrets().desk, {
      v: 1,
      locator,
      key: mailbox,
      number: 1,
      page: toText(forged),
    });
    await page.locator("#close").click();
    await page.goto(`${night.stage().origin}/reply`);
    await page.locator("#typed-code").fill(code);
    await page.locator("#open-mail").click();
    await page.locator("#fault").waitFor({ state: "visible", timeout: 60_000 });
    await expect.poll(() => page.locator("#fault").textContent()).toContain("подделан");
    expect(await page.locator("#letters").textContent()).toBe("");
  });
});
