import type { dataFolder as vi } from '../vi/data-folder';

const copies =
  'It copies the book while it is being written, and when two PCs use it an old copy may replace the new one: the book may be damaged, or lose what was entered last.';

export const dataFolder: typeof vi = {
  title: 'Where the data are kept',
  kinds: {
    asked: 'The folder that was named when the program was started.',
    portable:
      'Portable: the data lie beside the program, and nothing is written elsewhere. To move them, close the program and copy its whole folder.',
    moved: 'A folder that you chose.',
    usual: 'The usual folder of this PC.',
  },
  holds: (size) => `Book and evidence take up ${size}.`,
  isFree: (size) => `${size} are free on the disk.`,
  open: 'Open the folder',
  moveElsewhere: 'Move elsewhere…',
  leftBehind:
    'The old copy is still in the folder below. Once you see that the book at the new place is complete, you may delete it.',
  openLeftBehind: 'Open the folder of the old copy',

  keptBy: {
    one_drive: 'The book lies in a folder that OneDrive synchronises.',
    google_drive: 'The book lies in a folder that Google Drive synchronises.',
    dropbox: 'The book lies in a folder that Dropbox synchronises.',
    i_cloud: 'The book lies in a folder that iCloud Drive synchronises.',
    box: 'The book lies in a folder that Box synchronises.',
    nextcloud: 'The book lies in a folder that Nextcloud synchronises.',
    synology_drive: 'The book lies in a folder that Synology Drive synchronises.',
    network_share: 'The book lies on another PC of the network.',
  },
  why: {
    one_drive: copies,
    google_drive: copies,
    dropbox: copies,
    i_cloud: copies,
    box: copies,
    nextcloud: copies,
    synology_drive: copies,
    network_share:
      'If the network breaks off, or two PCs open it, the book may be damaged, or lose what was entered last.',
  },
  toSafePlace: 'Move to this PC…',
  seeSettings: 'See the settings',
  later: 'Later',

  moveTitle: 'Move the data',
  from: 'From',
  to: 'To',
  amount: 'Data',
  filesAndSize: (files, size) => `${files} files, ${size}`,
  free: 'Free at the new place',
  steps: [
    'The book, the sample book and all evidence files are copied to the new place.',
    'The copy is read again and compared with the original, file by file.',
    'The book at the new place is used. The old one is put aside where it was, not deleted.',
  ],
  insist: 'I understand and still want to keep the data there',
  move: 'Move the data',
  step: {
    preparing: 'Preparing…',
    copying: 'Copying…',
    verifying: 'Comparing the copy…',
    switching: 'Switching to the new place…',
    finishing: 'Putting the old copy aside…',
  },
  filesOf: (done, all) => `${done} of ${all} files`,
  mayBeCutOff: 'If the power fails on the way, the book is whole at the old place.',
  moved: (path) => `The data were moved to ${path}`,

  chooseOther: 'Choose another folder…',
};
