import type { Theme } from './talk/thread.ts';

export interface RoomIdea {
  name: string;
  topic: string;
  kind: 'public' | 'private';
  languages: ('en' | 'zh')[];
  themes: Theme[];
}

const idea = (
  name: string,
  kind: RoomIdea['kind'],
  languages: RoomIdea['languages'],
  themes: Theme[],
  topic = '',
): RoomIdea => ({ name, kind, languages, themes, topic });

/** The lobby, which exists already, comes first. */
export const lobbyIdea = idea('general', 'public', ['en', 'zh'], ['people', 'plan', 'life']);

const ideas: RoomIdea[] = [
  idea('engineering', 'public', ['en'], ['build'], 'What we build, and what broke'),
  idea('研发', 'public', ['zh'], ['build'], '代码、发布和排障'),
  idea('support', 'public', ['en'], ['support'], 'Questions from customers, answered within the day'),
  idea('leadership', 'private', ['en'], ['plan', 'people'], 'Stays in this room'),
  idea('客户支持', 'public', ['zh'], ['support'], '客户问题当天回复'),
  idea('design', 'public', ['en', 'zh'], ['design'], 'Sketches, words and colours'),
  idea('random', 'public', ['en'], ['life'], 'Everything else'),
  idea('茶水间', 'public', ['zh'], ['life'], '吃什么，聊什么'),
  idea('releases', 'public', ['en', 'zh'], ['build', 'plan'], 'What goes live, and when'),
  idea('on-call', 'private', ['en', 'zh'], ['build'], 'Whoever carries the phone this week'),
  idea('roadmap', 'public', ['en'], ['plan', 'design']),
  idea('产品规划', 'public', ['zh'], ['plan', 'design'], '下个季度做什么'),
  idea('hiring', 'private', ['en', 'zh'], ['people'], 'Names stay here'),
  idea('books', 'public', ['en', 'zh'], ['life']),
  idea('running', 'public', ['en', 'zh'], ['life'], 'Slow pace, promised'),
  idea('security', 'private', ['en'], ['build', 'plan']),
  idea('新人', 'public', ['zh', 'en'], ['people'], '欢迎提问'),
  idea('lunch', 'public', ['en', 'zh'], ['life']),
];

const projects = ['aurora', 'basalt', 'cedar', 'delta', 'ember', 'fjord', 'garnet', 'harbour', 'iris', 'juniper'];

/** `count` rooms besides the lobby: those every team has, then one for each project. */
export function makeRooms(count: number): RoomIdea[] {
  return Array.from({ length: count }, (_, index) => {
    const known = ideas[index];
    if (known) return known;
    const number = index - ideas.length;
    const round = Math.floor(number / projects.length);
    const project = projects[number % projects.length] ?? 'project';
    const kind = number % 3 === 2 ? 'private' : 'public';
    return idea(
      `project-${project}${round > 0 ? `-${round + 1}` : ''}`,
      kind,
      ['en', 'zh'],
      ['build', 'design', 'plan'],
    );
  });
}
