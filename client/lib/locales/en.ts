import { auth } from './en/auth.ts';
import { common } from './en/common.ts';
import { composer } from './en/composer.ts';
import { emoji } from './en/emoji.ts';
import { invites } from './en/invites.ts';
import { messages } from './en/messages.ts';
import { navigation } from './en/navigation.ts';
import { people } from './en/people.ts';
import { rooms } from './en/rooms.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';

/** The base dictionary: every other language has exactly these words. */
export const en = { auth, common, composer, emoji, invites, messages, navigation, people, rooms, settings, shell };
export type Dictionary = typeof en;
