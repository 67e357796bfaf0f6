import { Route, Switch } from 'wouter';
import { RoomPage } from '#client/features/rooms/RoomPage.tsx';
import { lazyOnIdle, lazyPart } from '#client/lib/lazy-parts.ts';
import { paths } from '#client/lib/routes.ts';
import { Home } from './Home.tsx';

const NotFoundScreen = lazyOnIdle(() => import('#client/features/shell/NotFoundScreen.tsx'));
const BrowsePage = lazyPart(() => import('#client/features/rooms/BrowsePage.tsx'));
const MentionsPage = lazyPart(() => import('#client/features/mentions/MentionsPage.tsx'));
const SettingsPage = lazyPart(() => import('#client/features/settings/SettingsPage.tsx'));

/** What the address puts into the main column. */
export function Screens() {
  return (
    <Switch>
      <Route path={paths.home} component={Home} />
      <Route path={paths.invite} component={Home} />
      <Route path={paths.room}>
        {({ roomId, messageId }) => <RoomPage roomId={roomId} messageId={messageId ?? null} />}
      </Route>
      <Route path={paths.browse} component={BrowsePage} />
      <Route path={paths.mentions} component={MentionsPage} />
      <Route path={paths.settings}>{({ section }) => <SettingsPage section={section} />}</Route>
      <Route component={NotFoundScreen} />
    </Switch>
  );
}
