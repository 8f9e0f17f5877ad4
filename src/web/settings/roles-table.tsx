import { Check } from 'lucide-react';
import { mayAct, ROLES } from '#model/member.ts';
import { useSettingsText } from '../messages/settings-text.ts';

const NEEDED = [
  ['read', 'guest'],
  ['write', 'member'],
  ['admin', 'admin'],
  ['own', 'owner'],
] as const;

/** What each role may do, by the rule the server asks. */
export function RolesTable() {
  const text = useSettingsText();
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.rolesTitle}</h2>
        <span className="why">{text.rolesWhy}</span>
      </div>
      <table className="w-can" aria-label={text.rolesTitle}>
        <thead>
          <tr>
            <td />
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {text.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NEEDED.map(([what, needed]) => (
            <tr key={what}>
              <th scope="row">{text.may[what]}</th>
              {ROLES.map((role) => (
                <td key={role}>
                  {mayAct(role, needed) ? (
                    <span className="acc">
                      <Check className="i s" aria-hidden="true" />
                      <span className="sr">{text.yes}</span>
                    </span>
                  ) : (
                    <span className="f">
                      –<span className="sr">{text.no}</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
