import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { differ } from './memo.tsx';

/**
 * Changes that follow each other closer than this, in milliseconds, are one drag. Two frames: as a rule
 * the first is on the screen before.
 */
export const PAUSE = 34;

/** While a drag goes on, what follows it is drawn at least so often, in milliseconds. */
export const LONGEST_WAIT = 100;

/**
 * A part that follows after the rest: while a slider is dragged, the frames are for what the reader
 * looks at; the part is drawn in a pause, and now and then. It is drawn at once at first, and where
 * `isAtOnce` says so of the properties before and after, as of those that its own controls set; and
 * like `memo` only if one is another.
 */
export function later<Props extends object>(
  part: (props: Props) => ComponentChildren,
  isAtOnce: (before: Props, after: Props) => boolean = () => false,
): ComponentType<Props> {
  return class extends Component<Props> {
    private readonly draw = () => this.forceUpdate();

    override shouldComponentUpdate(next: Props) {
      if (!differ(this.props, next)) return false;
      if (isAtOnce(this.props, next)) return true;
      inPause(this.draw);
      return false;
    }

    override componentWillUnmount() {
      waiting.delete(this.draw);
    }

    override render(props: Props) {
      waiting.delete(this.draw);
      return part(props);
    }
  };
}

const waiting = new Set<() => void>();
let firstChange = 0;
let lastChange = 0;

function inPause(draw: () => void) {
  lastChange = performance.now();
  if (waiting.size === 0) {
    firstChange = lastChange;
    setTimeout(drawWhenDue, PAUSE);
  }
  waiting.add(draw);
}

/** Asks again rather than being put off by each change, which a busy thread might do for ever. */
function drawWhenDue() {
  const due = Math.min(lastChange + PAUSE, firstChange + LONGEST_WAIT);
  const rest = due - performance.now();
  if (rest > 0) {
    setTimeout(drawWhenDue, rest);
    return;
  }
  const draws = [...waiting];
  waiting.clear();
  for (const draw of draws) draw();
}
