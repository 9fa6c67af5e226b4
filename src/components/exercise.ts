import { CHALLENGE_EVENT, type ChallengeEvent } from '../demos/challenges.ts';
import { languageOf } from '../language.ts';
import { EXERCISE_STRINGS } from './exerciseStrings.ts';
import { parseNumber } from './parseNumber.ts';

type Strings = (typeof EXERCISE_STRINGS)['en'];

/** Gives an exercise its feedback: checks a number, watches a demo, reads a choice's verdict aloud. */
class Exercise extends HTMLElement {
  connectedCallback() {
    const strings = EXERCISE_STRINGS[languageOf(document.documentElement.lang)];
    this.addEventListener('change', (event) => this.#announceChoice(event.target as HTMLElement));
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#checkNumber(strings);
    });
    if (this.dataset.demo) this.#watch(strings);
  }

  #say(text: string, right: boolean) {
    this.dataset.right = String(right);
    this.querySelector('.exercise-verdict')!.textContent = text;
  }

  #announceChoice(input: HTMLElement) {
    const choice = input.closest<HTMLElement>('.exercise-choice');
    if (choice)
      this.#say(
        choice.querySelector('.exercise-why strong')!.textContent!,
        choice.dataset.correct === 'true',
      );
  }

  #checkNumber(strings: Strings) {
    const text = this.querySelector<HTMLInputElement>('form input')!.value;
    const given = parseNumber(text);
    if (given === undefined) return this.#say(strings.notANumber, false);
    const right = Math.abs(given - Number(this.dataset.answer)) <= Number(this.dataset.tolerance);
    this.#say(right ? strings.right : strings.wrong, right);
    this.querySelector('details')!.open = true;
  }

  #watch(strings: Strings) {
    document.addEventListener(CHALLENGE_EVENT, (event) => {
      const { demo, changed, met } = (event as CustomEvent<ChallengeEvent>).detail;
      if (demo !== this.dataset.demo) return;
      const right = met[this.dataset.challenge!] === true;
      // Once met, the exercise stays solved, whatever the reader tries next.
      if (right) this.#say(strings.met, true);
      else if (changed && this.dataset.right !== 'true') this.#say(strings.unmet, false);
    });
  }
}

customElements.define('patchwork-exercise', Exercise);
