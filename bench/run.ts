import { benchAcknowledge } from './acknowledge.ts';
import { benchBurst } from './burst.ts';
import { benchPolicy } from './policy.ts';
import { benchSla } from './sla.ts';

/** Benchmarks by name; each prints its own figures. */
const BENCHMARKS: Readonly<Record<string, () => void | Promise<void>>> = {
  acknowledge: benchAcknowledge,
  burst: () => benchBurst(),
  policy: benchPolicy,
  sla: benchSla,
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHMARKS);
const unknown = names.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark "${unknown.join('", "')}"; there are: ${Object.keys(BENCHMARKS).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  for (const name of names) await BENCHMARKS[name]?.();
}
