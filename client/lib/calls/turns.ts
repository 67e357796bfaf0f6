const waiting: (() => void)[] = [];
let isBusy = false;

/** Starts one call a turn of the loop: the client joins those of one turn into one frame, whose bytes and calls are limited. */
export function inTurn(start: () => void): void {
  if (isBusy) return void waiting.push(start);
  isBusy = true;
  start();
  setTimeout(() => {
    isBusy = false;
    const following = waiting.shift();
    if (following) inTurn(following);
  });
}
