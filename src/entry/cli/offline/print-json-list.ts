import type { CommandContext } from '../command-context.ts';

/**
 * Prints one JSON document whose first key is a list, one entry per line as it comes, so that its length does not
 * matter: `{"results":[ … ], …rest}`.
 */
export async function printJsonList(
  context: CommandContext,
  list: {
    readonly name: string;
    readonly items: AsyncIterable<unknown>;
    /** Asked once the list has ended: what else the document holds. */
    readonly rest: () => Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  context.print(`{${JSON.stringify(list.name)}:[`);
  let comma = '';
  for await (const item of list.items) {
    context.print(comma + JSON.stringify(item));
    comma = ',';
  }
  const rest = JSON.stringify(list.rest()).slice(1, -1);
  context.print(rest === '' ? ']}' : `],${rest}}`);
}
