import { useLocation } from 'wouter';
import { ProfileCard } from '#client/features/users/ProfileCard.tsx';
import { useUsers } from '#client/features/users/use-people.ts';
import { attempt } from '#client/lib/problem.ts';
import { roomHref, settingsHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { closeProfile } from '#client/app/dialogs.ts';
import { useSession } from '#client/lib/session.ts';

/** Who somebody is, beside what was pressed. */
export default function Profile({ userId, anchor }: { userId: string; anchor: HTMLElement }) {
  const person = useUsers().get(userId);
  const { meId } = useSession();
  const [, navigate] = useLocation();
  if (!person) return null;
  const write = async () => {
    closeProfile();
    const problem = await attempt(async () => {
      const { id } = await client.rooms.openDirect.mutate({ userIds: [person.id] });
      navigate(roomHref(id));
    });
    if (problem) showToast({ tone: 'problem', text: problem.sentence });
  };
  const edit = () => {
    closeProfile();
    navigate(settingsHref('profile'));
  };
  return (
    <ProfileCard
      person={person}
      self={person.id === meId}
      anchor={anchor}
      onClose={closeProfile}
      onMessage={() => void write()}
      {...(person.id === meId ? { onEditProfile: edit } : {})}
    />
  );
}
