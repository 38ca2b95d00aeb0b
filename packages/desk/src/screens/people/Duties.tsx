/** What a member does on the line: several of a few words. */
import { roles, type Role } from "@answerable/replica";
import { FormattedMessage } from "react-intl";

interface Given {
  readonly label: string;
  readonly given: readonly Role[];
  readonly onGive: (given: readonly Role[]) => void;
}

export function Duties({ label, given, onGive }: Given) {
  return (
    <fieldset className="duties">
      <legend>{label}</legend>
      <div className="choices">
        {roles.map((role) => (
          <button
            key={role}
            type="button"
            className="choice"
            aria-pressed={given.includes(role)}
            onClick={() =>
              onGive(given.includes(role) ? given.filter((one) => one !== role) : [...given, role])
            }
          >
            <FormattedMessage id={`people.role.${role}`} />
          </button>
        ))}
      </div>
    </fieldset>
  );
}
