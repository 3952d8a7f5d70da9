import ts from 'typescript';
import type { Passage } from './citations.ts';

const TEST_FILE = /\.test\.tsx?$/;
const TEST_CALLS = new Set(['describe', 'test', 'it']);

/** Comments of a TypeScript or JavaScript file and, in a test file, the names of its tests. */
export function codePassages(file: string, text: string): readonly Passage[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const skipped = new Map<number, number>();
  const names: Passage[] = [];
  const namesWanted = TEST_FILE.test(file);
  const lineOf = (at: number): number => source.getLineAndCharacterOfPosition(at).line + 1;

  const visit = (node: ts.Node): void => {
    if (isText(node)) skipped.set(node.getStart(source), node.end);
    const name = namesWanted ? testName(node) : undefined;
    if (name) names.push({ line: lineOf(name.getStart(source)), text: name.text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...comments(text, skipped, lineOf), ...names];
}

/** A page of Markdown without its code blocks and the addresses of its links. */
export function markdownPassages(text: string): readonly Passage[] {
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
  const prose = text
    .replaceAll(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2[^\S\n]*$/gm, blank)
    .replaceAll(/\]\([^)\s]*\)/g, blank);
  // Paragraph by paragraph: a backtick that is never closed must not hide the rest of the page.
  const passages: Passage[] = [];
  let line = 1;
  for (const part of prose.split(/(\n{2,})/)) {
    if (part.trim() !== '') passages.push({ line, text: part });
    line += part.split('\n').length - 1;
  }
  return passages;
}

function isText(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isJsxText(node)
  );
}

/** First argument of `describe`, `test` or `it`, called directly or as `test.each(rows)(…)`; a row's `name`. */
function testName(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isPropertyAssignment(node)) {
    const isName = ts.isIdentifier(node.name) && node.name.text === 'name';
    return isName && ts.isStringLiteralLike(node.initializer) ? node.initializer : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  let callee: ts.Expression = node.expression;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) {
    callee = callee.expression;
  }
  const [first] = node.arguments;
  return ts.isIdentifier(callee) &&
    TEST_CALLS.has(callee.text) &&
    first &&
    ts.isStringLiteralLike(first)
    ? first
    : undefined;
}

/** Comments in order; line comments that follow each other are one passage, as a sentence may run over them. */
function comments(
  text: string,
  skipped: ReadonlyMap<number, number>,
  lineOf: (at: number) => number,
): readonly Passage[] {
  const found: { line: number; text: string; end: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const literalEnd = skipped.get(at);
    if (literalEnd !== undefined && literalEnd > at) {
      at = literalEnd;
    } else if (text.startsWith('//', at)) {
      const end = endOf(text, '\n', at);
      const last = found.at(-1);
      const own = text.slice(at + 2, end);
      if (last && /^\n[^\S\n]*$/.test(text.slice(last.end, at))) {
        last.text += `\n${own}`;
        last.end = end;
      } else {
        found.push({ line: lineOf(at), text: own, end });
      }
      at = end;
    } else if (text.startsWith('/*', at)) {
      const end = endOf(text, '*/', at + 2);
      const own = text.slice(at + 2, end).replaceAll(/\n[^\S\n]*\*/g, '\n');
      found.push({ line: lineOf(at), text: own, end });
      at = end;
    } else {
      at += 1;
    }
  }
  return found;
}

function endOf(text: string, closing: string, from: number): number {
  const end = text.indexOf(closing, from);
  return end === -1 ? text.length : end;
}
