import { z } from 'zod';

const question = z.object({ id: z.number(), command: z.unknown() });

/** Answers the parent process's questions one by one; a parent that goes away ends this process. */
export function answerParent(answer: (command: unknown) => unknown): void {
  const reply = async (message: unknown) => {
    const { id, command } = question.parse(message);
    try {
      process.send?.({ id, answer: await answer(command) });
    } catch (reason) {
      process.send?.({ id, error: reason instanceof Error ? reason.stack : String(reason) });
    }
  };
  process.on('message', (message) => void reply(message));
  process.on('disconnect', () => process.exit());
}
