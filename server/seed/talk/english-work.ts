import type { Thread } from './thread.ts';

export const englishWork: Thread[] = [
  {
    theme: 'build',
    lines: [
      'a: Is it me or did `{service}` get slow after lunch?',
      'b: Not just you. p95 went from 80 ms to {number} ms around {time}.',
      'b: It lines up with the {feature} change, I think.',
      'c: That was mine. Rolling it back now, give me five minutes.',
      'a: Thanks @c!',
      'c: Done. Graph is already coming down.',
      'b> Confirmed, we are at normal again. I will write up what happened tomorrow.',
    ],
  },
  {
    theme: 'build',
    lines: [
      'a: Could somebody look at my branch for {feature}? It is small, mostly tests.',
      'b: On it after stand-up.',
      'b: Two remarks, nothing serious. The naming in `{file}` confused me a little.',
      'a> Fair. Renamed, and added a line about why we sort twice.',
      'b: Much clearer. Approved.',
    ],
  },
  {
    theme: 'build',
    lines: [
      'a: The nightly build failed again. Third time this week.',
      'b: Same test?',
      'a: Same test. It waits two seconds and hopes.',
      'c: I can rewrite it to wait for the event instead. @a can you assign it to me?',
      'a> Yours. And thank you, that one has haunted us for months.',
      'c: Green {number} times in a row now. I would call it fixed.',
    ],
  },
  {
    theme: 'build',
    lines: [
      'a: Heads-up: I am upgrading the database on staging at {time}.',
      'b: How long will it be away?',
      'a: Ten minutes if all goes well, half an hour if I have to restore.',
      'a: Back. Eight minutes. Production on {day}, same procedure.',
    ],
  },
  {
    theme: 'build',
    lines: [
      'a: Does anybody remember why `{file}` keeps two caches?',
      'b: One is for people who are signed in, one for everyone else. The keys overlapped once and somebody saw a stranger’s settings.',
      'a: Ouch. That deserves a comment.',
      'b> It does. Here is what I would write:\n> Never merge these two: the key of a guest may equal the key of a member.',
      'a: Perfect, taken word for word.',
    ],
  },
  {
    theme: 'build',
    lines: [
      'a: Memory of `{service}` climbs by {number} MB an hour. I suspect the subscriptions.',
      'b: Do we close them when the socket goes away?',
      'a: We do *now*. The listener stayed in the set:\n```ts\nsocket.on("close", () => listeners.delete(listener));\n```',
      'c: Nice find. How did you see it?',
      'a> Two heap snapshots, ten minutes apart, sorted by what grew.',
    ],
  },
  {
    theme: 'build',
    lines: [
      'a: @room {feature} goes live at {time}. Please hold your deploys until I say so here.',
      'b: Holding.',
      'c: Same.',
      'a: It is out. Errors are flat, you can go ahead.',
      'b: Congratulations! That was a long one.',
    ],
  },
  {
    theme: 'support',
    lines: [
      'a: {customer} writes that exports stop at {number} rows.',
      'b: That is the old limit, we raised it last month. Which version are they on?',
      'a: One behind. I will ask them to upgrade.',
      'a: They did, and it works. They even sent a thank-you note.',
    ],
  },
  {
    theme: 'support',
    lines: [
      'a: Somebody from {customer} cannot log in. The invite says it has been used up.',
      'b: How many people did they share it with?',
      'a: The whole floor, it seems.',
      'b> I made them one for {number} people. Can you pass it on?',
      'a: Passed on, they are in.',
    ],
  },
  {
    theme: 'support',
    lines: [
      'a: Third ticket today about the e-mail arriving late.',
      'b: Their provider greylists us. The second attempt comes after fifteen minutes.',
      'c: Could we say so on the page? “It may take a quarter of an hour” would have saved us three tickets.',
      'b: Good idea. @c do you have the words, I have the place.',
      'c> Sent you two versions. I like the shorter one.',
    ],
  },
  {
    theme: 'support',
    lines: [
      'a: Call with {customer} in ten minutes. Anything I should know?',
      'b: They asked about {feature} last time. It is in beta, we can switch it on for them.',
      'a: Great, I will offer that.',
      'a: Went well! They want to start on {day} with {number} people.',
    ],
  },
  {
    theme: 'support',
    lines: [
      'a: Is there a way to find all the open questions from {customer}?',
      'b: Filter by company, then sort by age. I keep that view open all day.',
      'a: Oh, that is neat. Why did I not know this?',
      'b> Because it hides behind the smallest icon we own. @c has opinions about that.',
      'c: I do, and a drawing. On {day} it becomes a real button.',
    ],
  },
  {
    theme: 'design',
    lines: [
      'a: First sketch of {feature}. Two columns on the desktop, one on the phone.',
      'b: I like how calm it is. Does the title stay when I scroll?',
      'a: It does, but it shrinks.',
      'c: The grey on grey will not pass the contrast check.',
      'a> Right, I darkened it. It is at 4.8 now.',
      'c: Ship it!',
    ],
  },
  {
    theme: 'design',
    lines: [
      'a: What do we show when a list is empty?',
      'b: Not a sad robot, please.',
      'c: One sentence that says what would be here, and the button that makes the first one.',
      'a: Simple. I will draw it for all {number} lists.',
    ],
  },
  {
    theme: 'design',
    lines: [
      'a: I watched five people try {feature} today. Four of them never saw the menu.',
      'b: Because it only appears on hover?',
      'a: Exactly. On a phone there is no hover at all.',
      'b> Then let us give it a permanent place. @c any objection?',
      'c: None. I never liked hiding things.',
    ],
  },
  {
    theme: 'plan',
    lines: [
      'a: What is the one thing we want done by {day}?',
      'b: {feature}, all the way to the customer.',
      'c: Agreed. Everything else can wait a week.',
      'a: Then I move the rest. The board is up to date.',
    ],
  },
  {
    theme: 'plan',
    lines: [
      'a: Notes of today:\n- {feature} is on track\n- the audit moves to {day}\n- we are looking for somebody who speaks Portuguese',
      'b: You forgot the coffee machine.',
      'a> - the coffee machine will be repaired on {day}',
      'c: The most important item, thank you.',
    ],
  },
  {
    theme: 'plan',
    lines: [
      'a: How sure are we about {day}?',
      'b: Seven out of ten. The import is the part I do not know yet.',
      'a: What would make it nine?',
      'b> Real data from {customer}. @c could you ask them for a sample?',
      'c: Asked. They will send {number} records tonight.',
      'b: Then ask me again tomorrow.',
    ],
  },
];
