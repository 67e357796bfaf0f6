export interface Name {
  /** The name to log in with and to be mentioned by. */
  name: string;
  displayName: string;
  language: 'en' | 'zh';
}

const english = [
  'Maya Lindqvist',
  'Tom Okafor',
  'Elena Petrova',
  'Jonas Weber',
  'Priya Raman',
  'Sam Carter',
  'Ines Duarte',
  'Noah Fischer',
  'Grace Mbeki',
  'Leo Marchetti',
  'Hannah Kowalska',
  'Omar Haddad',
  'Ruth Sandoval',
  'Felix Nyström',
  'Clara Boateng',
  'Diego Fuentes',
  'Aisha Karim',
  'Peter Novak',
  'Zoë Hartmann',
  'Ben Ashworth',
  'Lucia Romano',
  'Kofi Mensah',
  'Yara Aziz',
  'Ivan Horvat',
  'Molly Byrne',
].map((displayName): Name => ({ name: loginOf(displayName), displayName, language: 'en' }));

const chinese: Name[] = [
  ['wang.yuchen', '王雨辰'],
  ['li.na', '李娜'],
  ['zhang.wei', '张伟'],
  ['chen.siyuan', '陈思远'],
  ['liu.yang', '刘洋'],
  ['zhao.mingyue', '赵明月'],
  ['huang.jing', '黄静'],
  ['林夏', '林夏'],
  ['zhou.zihan', '周子涵'],
  ['wu.peng', '吴鹏'],
  ['xu.anran', '徐安然'],
  ['sun.kai', '孙凯'],
  ['马小川', '马小川'],
  ['zhu.lin', '朱琳'],
  ['hu.boyuan', '胡博远'],
  ['guo.xue', '郭雪'],
  ['he.jiayi', '何佳怡'],
  ['gao.feng', '高峰'],
  ['罗兰', '罗兰'],
  ['deng.yifan', '邓一凡'],
].map(([name = '', displayName = '']) => ({ name, displayName, language: 'zh' }));

/** People call themselves in all sorts of ways: a nickname, a team in brackets, a second name. */
const habits = [
  (name: string) => name,
  (name: string) => name,
  (name: string) => name.split(' ')[0] ?? name,
  (name: string) => `${name} (support)`,
  (name: string) => `${name} 🌿`,
  (name: string) => name.toLowerCase(),
];

/** What people say about themselves; most say nothing. */
export const statuses = {
  en: ['', '', '', 'Deep in review', 'Back on Monday', 'On the train', 'Working from home', 'Ask me about tests', '🎧'],
  zh: ['', '', '', '开会中', '下周一回来', '专注写代码', '有事留言', '在家办公', '🎧'],
};

/** `count` people, both languages mixed, no login name twice. */
export function makeNames(count: number): Name[] {
  return Array.from({ length: count }, (_, index) => {
    const half = Math.floor(index / 2);
    const list = index % 2 === 0 ? english : chinese;
    const known = list[half % list.length];
    if (!known) throw new Error('there are names in both languages');
    const round = Math.floor(half / list.length);
    const habit = habits[index % habits.length] ?? String;
    const displayName = known.language === 'en' ? habit(known.displayName) : known.displayName;
    if (round === 0) return { ...known, displayName };
    return { ...known, name: `${known.name}${round + 1}`, displayName: `${displayName} ${round + 1}` };
  });
}

function loginOf(displayName: string): string {
  return displayName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.');
}
