import { mentions } from '#client/features/mentions/feature.ts';
import { messages } from '#client/features/messages/feature.ts';
import { pins } from '#client/features/pins/feature.ts';
import { presence } from '#client/features/presence/feature.ts';
import { reactions } from '#client/features/reactions/feature.ts';
import { reads } from '#client/features/reads/feature.ts';
import { rooms } from '#client/features/rooms/feature.ts';
import { signals } from '#client/features/signals/feature.ts';
import { users } from '#client/features/users/feature.ts';
import { workspace } from '#client/features/workspace/feature.ts';
import type { Feature } from '#client/lib/feature.ts';

/** The features of the signed-in page. The order is that of their actions within a group of a menu. */
export const features: readonly Feature[] = [
  workspace,
  users,
  rooms,
  mentions,
  reactions,
  messages,
  pins,
  reads,
  signals,
  presence,
];
