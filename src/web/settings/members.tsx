import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayAct, ROLES } from '#model/member.ts';
import type { InvitationRow, MemberRow } from '#model/pages.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay, useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Face } from '../ui/face.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { SettingsFrame } from './frame.tsx';
import { Invite } from './invite.tsx';
import { RolesTable } from './roles-table.tsx';

export function Members() {
  const text = useSettingsText();
  const { member } = useSession();
  const mayRead = useMay('member');
  const { data, error, refetch } = useQuery({ ...api.members.list.queryOptions(), enabled: mayRead });
  const [inviting, setInviting] = useState(false);
  const mayInvite = member ? mayAct(member.role, 'admin') : false;
  useKeys(mayInvite ? [{ key: 'n', says: text.invite, run: () => setInviting(true) }] : []);
  const action = mayInvite ? (
    <button type="button" className="btn p sm" onClick={() => setInviting(true)}>
      {text.invite}
      <kbd>n</kbd>
    </button>
  ) : null;
  const open = data?.invitations.filter((one) => !one.acceptedAt) ?? [];
  return (
    <SettingsFrame title={text.members} action={action}>
      {!mayRead ? (
        <>
          <h1>{text.members}</h1>
          <p className="m" style={{ marginTop: 4 }}>
            {text.membersNotForGuests}
          </p>
          <RolesTable />
        </>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : data ? (
        <>
          <h1>{text.membersTitle(data.members.length, open.length)}</h1>
          <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
            {text.membersWhy}
          </p>
          <MembersTable members={data.members} mayChange={mayInvite} />
          {open.length > 0 ? <Invitations invitations={open} mayChange={mayInvite} /> : null}
          <RolesTable />
        </>
      ) : (
        <Waiting />
      )}
      {inviting ? <Invite onClose={() => setInviting(false)} /> : null}
    </SettingsFrame>
  );
}

function MembersTable({ members, mayChange }: { members: MemberRow[]; mayChange: boolean }) {
  const text = useSettingsText();
  const mine = useSession().member?.role ?? 'guest';
  return (
    <div style={{ marginTop: 20 }}>
      <table className="list w-fold">
        <colgroup>
          <col style={{ width: 240 }} />
          <col />
          <col style={{ width: 132 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.mail}</th>
            <th scope="col">{text.role}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((one) => (
            <tr key={one.id}>
              <td className="w-a">
                <span className="who">
                  <Face id={one.id} name={one.name} />
                  <span className="nm">{one.name}</span>
                  {one.isYou ? <span className="f t12">{text.thatIsYou}</span> : null}
                </span>
              </td>
              <td className="w-d">
                <span className="m">{one.email}</span>
              </td>
              <td className="w-c" style={{ overflow: 'visible' }}>
                {mayChange && !one.isYou && mayAct(mine, one.role) ? <Role member={one} mine={mine} /> : text.roles[one.role]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The roles that may be given: nobody makes another more than they are themselves. */
function Role({ member, mine }: { member: MemberRow; mine: MemberRow['role'] }) {
  const all = useText();
  const text = useSettingsText();
  const change = async (
    next: { role?: MemberRow['role']; left?: boolean },
    back: { role?: MemberRow['role']; left?: boolean },
    says: string,
  ) => {
    try {
      await ask.members.change({ id: member.id, ...next });
      toast(says, () => ask.members.change({ id: member.id, ...back }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <Menu
      className="word"
      label={text.roleOf(member.name, text.roles[member.role])}
      side="right"
      choices={[
        ...ROLES.filter((role) => mayAct(mine, role)).map((role) => ({
          id: role,
          label: text.roles[role],
          chosen: role === member.role,
          run: () => void change({ role }, { role: member.role }, text.roleChanged(member.name, text.roles[role])),
        })),
        {
          id: 'out',
          label: text.remove,
          cut: true,
          harm: true,
          run: () => void change({ left: true }, { left: false }, text.removed(member.name)),
        },
      ]}
    >
      {text.roles[member.role]}
    </Menu>
  );
}

function Invitations({ invitations, mayChange }: { invitations: InvitationRow[]; mayChange: boolean }) {
  const all = useText();
  const text = useSettingsText();
  const dates = useDates();
  const withdraw = async (id: string) => {
    try {
      await ask.members.withdrawInvitation({ id });
      toast(text.withdrawn);
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.invitations}</h2>
        <span className="why">{text.invitationsWhy}</span>
      </div>
      <ul>
        {invitations.map((one) => (
          <li className="item row wrap" key={one.id}>
            <span>
              {text.roles[one.role]}{' '}
              <span className="f t13">
                {dates.daysTo(one.expiresAt) < 0 ? text.ranOut : text.holdsUntil} <When at={one.expiresAt} as="day" />
              </span>
            </span>
            {mayChange ? (
              <button type="button" className="btn sm sp" onClick={() => void withdraw(one.id)}>
                {text.withdraw}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
