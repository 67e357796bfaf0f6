import type { Thread } from './thread.ts';

export const englishLife: Thread[] = [
  {
    theme: 'people',
    lines: [
      'a: Good morning! What are you working on today?',
      'b: {feature}, and then the review for @a.',
      'c: Finishing the tests from yesterday. I may need help with `{service}` later.',
      'a: Ping me, I know that corner.',
    ],
  },
  {
    theme: 'people',
    lines: [
      'a: I am away from {day} on, back the week after. @b has my keys.',
      'b: I do, and I promise to water the plant.',
      'c: Enjoy it! Where are you going?',
      'a> Walking. Seven days, no laptop.',
    ],
  },
  {
    theme: 'people',
    lines: [
      'a: Candidate for the second round comes at {time}. Who can join?',
      'b: I can.',
      'c: Me too, for the first half.',
      'a: Wonderful. Please write down your impression *before* you talk to each other.',
    ],
  },
  {
    theme: 'people',
    lines: [
      'a: A year ago today @b joined us!',
      'c: Already? Congratulations!',
      'b: Thank you! It went by like a sprint. A good one.',
      'a: Cake at {time}, in the kitchen.',
    ],
  },
  {
    theme: 'people',
    lines: [
      'a: Who feels like showing something on {day}? Ten minutes each, rough is fine.',
      'b: I could show how we found the leak in `{service}`.',
      'c: And I the new {feature} page, if it survives until then.',
      'a: Two is plenty. Thank you both!',
    ],
  },
  {
    theme: 'people',
    lines: [
      'a: I will be half an hour late, the tram stands still.',
      'b: No hurry, I will start with the easy points.',
      'a> Thanks. Please leave the {feature} question for me.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: Lunch? I am thinking of {dish}.',
      'b: Always.',
      'c: I am in, but only if we leave before the queue.',
      'a: Two minutes, at the door.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: Somebody left an umbrella in the meeting room. Blue, with a wooden handle.',
      'b: Mine! I was sure the train had eaten it.',
      'a: It is on your desk.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: What is everybody reading?',
      'b: A thick book about bridges. Better than it sounds.',
      'c: Cookbooks. I am through {number} recipes and have made three.',
      'a> Which three?',
      'c: {dish}, and twice something that was meant to be {dish}.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: The lift is stuck between two and three. Nobody is in it, I asked.',
      'b: How does one ask?',
      'a: Loudly.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: My daughter drew our architecture. It has a dragon where `{service}` is.',
      'b: Accurate.',
      'c: Can we use it in the documentation?',
      'a: She wants royalties. In {dish}.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: First snow! Look out of the window!',
      'b: Here it is raining, as it has for {number} days.',
      'c: And here the sun is shining. We should visit each other.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: Run on {day} after work? Slow pace, I promise.',
      'b: Your slow is not my slow.',
      'a: @c comes too, and takes the dog. The dog sets the pace.',
      'c> He stops at every tree. You will be fine.',
      'b: Sold.',
    ],
  },
  {
    theme: 'life',
    lines: [
      'a: Does anyone have a charger for the old projector?',
      'b: Drawer under the printer, in the box that says “do not touch”.',
      'a: Found it. I touched it.',
    ],
  },
];
