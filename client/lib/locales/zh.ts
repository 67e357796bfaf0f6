import type { Dictionary } from './en.ts';
import { auth } from './zh/auth.ts';
import { common } from './zh/common.ts';
import { composer } from './zh/composer.ts';
import { emoji } from './zh/emoji.ts';
import { invites } from './zh/invites.ts';
import { messages } from './zh/messages.ts';
import { navigation } from './zh/navigation.ts';
import { people } from './zh/people.ts';
import { rooms } from './zh/rooms.ts';
import { settings } from './zh/settings.ts';
import { shell } from './zh/shell.ts';

export const zh = {
  auth,
  common,
  composer,
  emoji,
  invites,
  messages,
  navigation,
  people,
  rooms,
  settings,
  shell,
} satisfies Dictionary;
