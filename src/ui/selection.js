// The words that the reader has selected in the article, as scalar offsets of its text.

/** Where a boundary of a range lies in the text. Sigla in the margin are no part of the text. */
function offset(paragraph, node, at) {
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, at);
  const copy = before.cloneContents();
  for (const siglum of copy.querySelectorAll('.siglum')) siglum.remove();
  return Number(paragraph.dataset.from) + [...copy.textContent].length;
}

const paragraphOf = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('[data-from]');

/** Tells [start, end, x, y] whenever words of one paragraph are selected, x and y below their end; [] when none are. */
export function onSelection(tell) {
  let waiting;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    // Once the selection rests: a drag changes it with every letter. That it is gone is told at once.
    if (!isSelecting()) tell([]);
    else waiting = setTimeout(() => tell(selected()), 150);
  });
}

/** Whether words are selected at this moment. */
export const isSelecting = () => !getSelection().isCollapsed;

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  const paragraph = paragraphOf(range.startContainer);
  if (!paragraph) return [];
  // A selection of a whole paragraph ends at the beginning of the next.
  if (paragraphOf(range.endContainer) !== paragraph) range.setEnd(paragraph, paragraph.childNodes.length);
  const boxes = range.getClientRects();
  const { left, right, bottom } = boxes.length ? boxes[boxes.length - 1] : range.getBoundingClientRect();
  return [
    offset(paragraph, range.startContainer, range.startOffset),
    offset(paragraph, range.endContainer, range.endOffset),
    (left + right) / 2, bottom,
  ];
}
