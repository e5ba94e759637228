import { emptyForm, type FirstStartForm, type Step } from './lib';

/** What was entered so far. It outlives the screen, so that a look into the sample book loses nothing. */
class Entered {
  form = $state.raw<FirstStartForm>(emptyForm());
  step = $state<Step>(1);

  reset(): void {
    this.form = emptyForm();
    this.step = 1;
  }
}

export const entered = new Entered();
