import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';

/** What a body may contain; anything else is drawn as its text. Scripts and styles are not drawn at all. */
const KEPT = new Set(
  'A B BLOCKQUOTE BR CODE DIV EM H1 H2 H3 H4 HR I LI OL P PRE S SPAN STRONG TABLE TBODY TD TH THEAD TR U UL'.split(
    ' ',
  ),
);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TITLE']);

/** A heading inside a body must not stand beside the headings of the page. */
const SMALLER: Readonly<Record<string, string>> = { H1: 'h4', H2: 'h4', H3: 'h4', H4: 'h5' };

/**
 * Draws HTML that came from outside: parsed by the browser without running it, then built anew from an allowed set
 * of elements without attributes, but for the addresses of links.
 */
export function RichText({ html }: { readonly html: string }): ReactElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return <div className="rich-text">{drawAll(body)}</div>;
}

function drawAll(parent: Node): ReactNode {
  return [...parent.childNodes].map((node, index) => <Fragment key={index}>{draw(node)}</Fragment>);
}

function draw(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || DROPPED.has(node.tagName)) return null;
  if (!KEPT.has(node.tagName)) return drawAll(node);
  const name = SMALLER[node.tagName] ?? node.tagName.toLowerCase();
  if (name === 'br' || name === 'hr') return createElement(name);
  if (name !== 'a') return createElement(name, null, drawAll(node));
  const href = safeAddress(node.getAttribute('href'));
  return href === undefined ? (
    drawAll(node)
  ) : (
    <a href={href} target="_blank" rel="noreferrer">
      {drawAll(node)}
    </a>
  );
}

/** Only addresses that cannot run anything; an address of this portal is kept as it is. */
function safeAddress(href: string | null): string | undefined {
  if (href === null || !URL.canParse(href, window.location.origin)) return undefined;
  const { protocol } = new URL(href, window.location.origin);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? href : undefined;
}
