/**
 * The ways by which the matter came to us, drawn: a row of boxes and named arrows for each way, ways of one origin within one bracket. It
 * is a list of lists, so that it reads aloud, wraps and prints; only the arrows are drawn.
 */
import type { ShownChain, ShownNode } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { CodeWord } from "./Codes.tsx";

export function ChainDrawing({ chains }: { readonly chains: readonly ShownChain[] }) {
  const groups = byOrigin(chains);
  return (
    <section aria-labelledby="incident-chains" className="part">
      <h2 id="incident-chains">
        <FormattedMessage id="ledger.chains" />
      </h2>
      <ol className="origins">
        {groups.map((group, at) => (
          <li key={group.key} className="origin" data-counts={group.counts}>
            <p className="origin-head">
              <b>{originName(group.chains)}</b>{" "}
              <small>
                <FormattedMessage
                  id={`ledger.counts.${group.counts}`}
                  values={{ at: at + 1, ways: group.chains.length }}
                />
              </small>
            </p>
            <ul className="ways">
              {group.chains.map((chain) => (
                <Way key={chain.id} chain={chain} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );

  function originName(of: readonly ShownChain[]) {
    const [first] = of;
    return first?.origin ? first.origin.label : <FormattedMessage id="ledger.originUnknown" />;
  }
}

interface Group {
  readonly key: string;
  readonly counts: "counted" | "absorbed" | "unknown" | "aside";
  readonly chains: readonly ShownChain[];
}

/** What is proved to be one stands together; what says nothing about what happened stands aside. */
function byOrigin(chains: readonly ShownChain[]): readonly Group[] {
  const groups = new Map<string, ShownChain[]>();
  for (const chain of chains) {
    const key = chain.proved === undefined ? `aside ${chain.id}` : `origin ${chain.proved}`;
    groups.set(key, [...(groups.get(key) ?? []), chain]);
  }
  const rank = { counted: 0, unknown: 1, absorbed: 2, aside: 3 } as const;
  return [...groups]
    .map(([key, of]): Group => {
      const counts = of.some((one) => one.counts === "counted") ? "counted" : (of[0]?.counts ?? "aside");
      return { key, chains: of, counts };
    })
    .toSorted((a, b) => rank[a.counts] - rank[b.counts]);
}

function Way({ chain }: { readonly chain: ShownChain }) {
  const intl = useIntl();
  return (
    <li className="way">
      <ol className="way-line" aria-label={intl.formatMessage({ id: "ledger.way" })}>
        <li className="way-node" data-is="origin" data-unknown={chain.origin === undefined || undefined}>
          <Node node={chain.origin} />
          <small>
            {chain.isUnattributed ? (
              <FormattedMessage id="ledger.unattributed" />
            ) : (
              chain.perceives !== "" && <CodeWord of="perceives" code={chain.perceives} />
            )}
            {chain.isInferred && (
              <>
                {" · "}
                <FormattedMessage id="ledger.inferred" />
              </>
            )}
          </small>
        </li>
        {chain.start && (
          <li className="way-node" data-is={chain.start.itemKind === undefined ? "agent" : "item"}>
            <Arrow mode={chain.start.itemKind === undefined ? "reached" : "describes"} isCopy={false} />
            <Node node={chain.start} />
          </li>
        )}
        {chain.steps.map((step, at) => (
          <li key={at} className="way-node" data-is={step.to.itemKind === undefined ? "agent" : "item"}>
            <Arrow mode={step.mode} isCopy={step.isCopy} />
            <Node node={step.to} />
          </li>
        ))}
      </ol>
      <p className="way-says">
        <FormattedMessage
          id={chain.depthIsMinimum ? "ledger.depth.least" : "ledger.depth"}
          values={{ depth: chain.depth }}
        />
        {chain.copies > 0 && (
          <>
            {", "}
            <FormattedMessage id="ledger.copies" values={{ copies: chain.copies }} />
          </>
        )}
        {" · "}
        <FormattedMessage id="ledger.claims" values={{ count: chain.claims.length }} />
        {chain.note !== undefined && <span className="way-note">{chain.note}</span>}
      </p>
    </li>
  );
}

/** A solid arrow passes through a head, a dotted one only copies. */
function Arrow({ mode, isCopy }: { readonly mode: string; readonly isCopy: boolean }) {
  return (
    <span className="way-arrow">
      <small>
        <CodeWord of="mode" code={mode} />
      </small>
      <svg viewBox="0 0 44 8" aria-hidden="true" fill="none" stroke="currentColor">
        <path d="M0 4h42" {...(isCopy && { strokeDasharray: "3 3" })} />
        <path d="m38 1 4 3-4 3" />
      </svg>
    </span>
  );
}

function Node({ node }: { readonly node: ShownNode | undefined }) {
  if (!node)
    return (
      <span className="way-box">
        <FormattedMessage id="ledger.originUnknown" />
      </span>
    );
  return (
    <span className="way-box">
      {node.itemKind !== undefined && (
        <small>
          <CodeWord of="item" code={node.itemKind} />
          {node.isHeld && (
            <>
              {" · "}
              <FormattedMessage id="ledger.held" />
            </>
          )}
        </small>
      )}
      <span>{node.label}</span>
    </span>
  );
}
