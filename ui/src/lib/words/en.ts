// The catalogue of the window in English.
import { board } from './en/board';
import { register } from './en/register';
import { units } from './en/units';
import { unitImport } from './en/unit-import';
import { congresses } from './en/congresses';
import { consolidation } from './en/consolidation';
import { inbox } from './en/inbox';
import { activity } from './en/activity';
import { campaign } from './en/campaign';
import { check } from './en/check';
import { checklist } from './en/checklist';
import { common } from './en/common';
import { dataFolder } from './en/data-folder';
import { errors } from './en/errors';
import { exchange } from './en/exchange';
import { figures } from './en/figures';
import { firstStart } from './en/first-start';
import { forms } from './en/forms';
import { frame } from './en/frame';
import { history } from './en/history';
import { ops } from './en/ops';
import { overview } from './en/overview';
import { planFile } from './en/plan-file';
import { reports } from './en/reports';
import { settings } from './en/settings';
import type { Words } from './vi';
import { templates } from './en/templates';
import { timeline } from './en/timeline';

export const en: Words = {
  activity,
  congresses,
  consolidation,
  inbox,
  units,
  unitImport,
  register,
  board,
  campaign,
  check,
  checklist,
  common,
  dataFolder,
  errors,
  exchange,
  figures,
  firstStart,
  forms,
  frame,
  history,
  ops,
  overview,
  planFile,
  reports,
  settings,
  templates,
  timeline,
};
