import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addDueCommand } from './due-command.ts';
import { addEvaluateCommand } from './evaluate-command.ts';
import { addRouteCommand } from './route-command.ts';

/** Adds `evaluate`, `route` and `due`: they need files only, neither HubSpot nor the store (design §9). */
export function addOfflineCommands(program: Command, context: CommandContext): void {
  addEvaluateCommand(program, context);
  addRouteCommand(program, context);
  addDueCommand(program, context);
}
