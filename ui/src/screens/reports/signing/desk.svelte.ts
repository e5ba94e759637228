import { tick } from 'svelte';
import { call } from '$lib/ipc/backend';
import type { Finding, HeadField } from '$lib/ipc/bindings';
import { Loaded } from '$lib/loaded.svelte';
import { place } from '$lib/place.svelte';
import { words } from '$lib/words/index.svelte';
import { HEAD_PANE } from '../lib';
import { selectWords } from './lib';

/** The check and the versions of one report: loaded again after every change of the book. */
export class Signing {
  readonly check;
  readonly versions;

  /** Make it while a component is being initialised. `phase` may change. */
  constructor(phase: () => string) {
    this.check = new Loaded(() => call('report_check', { phase: phase() }));
    this.versions = new Loaded(() => call('report_versions', { phase: phase() }));
  }
}

/** Goes to the place of a finding. `choose` opens a pane of the report; false means that it could not. */
export async function goTo(finding: Finding, phase: string, choose: (pane: string) => Promise<void>): Promise<void> {
  const to = finding.place;
  switch (to.kind) {
    case 'head':
      await choose(HEAD_PANE);
      await tick();
      focusLabelled(words().reports.head[HEAD_LABELS[to.field]]);
      return;
    case 'section':
      await choose(to.code);
      await tick();
      showWords(to.found);
      return;
    case 'figure':
      place.go({ screen: 'figures', part: phase, filter: `at:${to.indicator}/${to.split}` });
      return;
    case 'activity':
      place.openActivity(to.code);
      return;
    case 'consolidation':
      place.go({ screen: 'consolidation', part: phase });
      return;
    case 'settings':
      place.go({ screen: 'settings', part: to.part });
  }
}

const HEAD_LABELS = {
  number: 'number',
  dated_on: 'dated',
  addressees: 'addressees',
  recipients: 'recipients',
  signer: 'signer',
} as const satisfies Record<HeadField, string>;

/** Gives the focus to a control by the label that everybody knows it by. */
function focusLabelled(name: string): void {
  const labels = [...document.querySelectorAll('label')];
  const id = labels.find((label) => label.textContent.trim().startsWith(name))?.htmlFor;
  if (id) document.getElementById(id)?.focus();
}

function showWords(found: string): void {
  const editor = document.querySelector<HTMLElement>('.ProseMirror');
  if (editor === null) return;
  editor.focus();
  // The dash of an item is drawn and is no letter of its text. A name may be told in another spelling than it stands there.
  const wanted = found.replace(/^[-–] /, '');
  if (wanted !== '') selectWords(editor, wanted);
}
