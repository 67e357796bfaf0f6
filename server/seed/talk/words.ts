/** What the braces in a thread may stand for. */
export interface Words {
  service: string[];
  feature: string[];
  file: string[];
  customer: string[];
  day: string[];
  time: string[];
  dish: string[];
}

const service = ['gateway', 'mailer', 'billing', 'thumbnails', 'search-index', 'sync-worker', 'scheduler', 'importer'];
const file = [
  'queue.ts',
  'session.ts',
  'RoomList.tsx',
  'invoice.sql',
  'retry.ts',
  'theme.css',
  'limits.ts',
  'parse.ts',
];

export const englishWords: Words = {
  service,
  file,
  feature: [
    'the calendar import',
    'offline mode',
    'the new sign-up',
    'keyboard shortcuts',
    'the audit trail',
    'dark mode',
    'the invoice page',
    'shared folders',
  ],
  customer: [
    'Northlight',
    'Harbour Books',
    'Casa Verde',
    'Tinker & Sons',
    'Polar Freight',
    'the city library',
    'Mosaic',
  ],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  time: ['9:30', '10:15', '11:00', '13:45', '14:30', '15:20', '16:00', '17:10'],
  dish: ['noodles', 'dumplings', 'curry', 'the soup place', 'pizza', 'salad', 'falafel', 'ramen'],
};

export const chineseWords: Words = {
  service,
  file,
  feature: ['日历导入', '离线模式', '新的注册流程', '快捷键', '操作记录', '深色模式', '发票页面', '共享文件夹'],
  customer: ['北光科技', '海港书店', '绿洲餐饮', '城市图书馆', '极地物流', '木匠工坊', '晨星医院'],
  day: ['周一', '周二', '周三', '周四', '周五'],
  time: ['九点半', '十点一刻', '十一点', '一点四十五', '两点半', '三点二十', '四点', '五点十分'],
  dish: ['牛肉面', '饺子', '咖喱饭', '小笼包', '麻辣烫', '沙拉', '煲仔饭', '酸菜鱼'],
};

/** What people answer with one tap, the usual first. */
export const reactionEmoji = ['👍', '❤️', '😂', '🎉', '👀', '🙏', '🚀', '✅', '🔥', '☕'];
