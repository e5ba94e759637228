import type { CampaignForm } from './campaign';
import { emptyForm, type FirstStartForm, type Step } from './lib';

/** What was entered so far. It outlives the screen, so that a look into the sample book loses nothing. */
class Entered {
  form = $state.raw<FirstStartForm>(emptyForm());
  step = $state<Step>(1);
  /** With a plan file of the superior body: asked for less, and instead of the steps. */
  campaign = $state.raw<CampaignForm | null>(null);

  reset(): void {
    this.form = emptyForm();
    this.step = 1;
    this.campaign = null;
  }
}

export const entered = new Entered();
