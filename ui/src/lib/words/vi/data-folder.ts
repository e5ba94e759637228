import type { Keeper, MoveStep, PlaceKind } from '../../ipc/bindings';

const copies =
  'Chương trình này chép sổ đi nơi khác trong lúc đang ghi, và khi hai máy cùng dùng thì bản cũ có thể đè lên bản mới: sổ có thể hỏng hoặc mất phần vừa nhập.';

/** Where the data lie. */
export const dataFolder = {
  title: 'Nơi lưu dữ liệu',
  kinds: {
    asked: 'Thư mục được chỉ định khi mở chương trình.',
    portable:
      'Bản mang theo: dữ liệu nằm cạnh chương trình, không ghi gì ra nơi khác. Muốn chuyển, hãy đóng chương trình rồi sao chép cả thư mục chương trình.',
    moved: 'Thư mục do anh/chị chọn.',
    usual: 'Thư mục thường dùng của máy này.',
  } satisfies Record<PlaceKind, string>,
  holds: (size: string) => `Sổ và tệp minh chứng chiếm ${size}.`,
  isFree: (size: string) => `Ổ đĩa còn trống ${size}.`,
  open: 'Mở thư mục',
  moveElsewhere: 'Chuyển đi nơi khác…',
  leftBehind: 'Bản cũ còn ở thư mục dưới đây. Khi thấy sổ ở nơi mới đã đủ, anh/chị có thể xóa bản cũ.',
  openLeftBehind: 'Mở thư mục bản cũ',

  keptBy: {
    one_drive: 'Sổ đang nằm trong thư mục do OneDrive đồng bộ.',
    google_drive: 'Sổ đang nằm trong thư mục do Google Drive đồng bộ.',
    dropbox: 'Sổ đang nằm trong thư mục do Dropbox đồng bộ.',
    i_cloud: 'Sổ đang nằm trong thư mục do iCloud Drive đồng bộ.',
    box: 'Sổ đang nằm trong thư mục do Box đồng bộ.',
    nextcloud: 'Sổ đang nằm trong thư mục do Nextcloud đồng bộ.',
    synology_drive: 'Sổ đang nằm trong thư mục do Synology Drive đồng bộ.',
    network_share: 'Sổ đang nằm trên máy khác trong mạng.',
  } satisfies Record<Keeper, string>,
  why: {
    one_drive: copies,
    google_drive: copies,
    dropbox: copies,
    i_cloud: copies,
    box: copies,
    nextcloud: copies,
    synology_drive: copies,
    network_share: 'Mạng ngắt giữa chừng, hoặc hai máy cùng mở, thì sổ có thể hỏng hoặc mất phần vừa nhập.',
  } satisfies Record<Keeper, string>,
  toSafePlace: 'Chuyển về máy này…',
  seeSettings: 'Xem trong Cài đặt',
  later: 'Để sau',

  moveTitle: 'Chuyển nơi lưu dữ liệu',
  from: 'Từ',
  to: 'Đến',
  amount: 'Dữ liệu',
  filesAndSize: (files: string, size: string) => `${files} tệp, ${size}`,
  free: 'Nơi mới còn trống',
  steps: [
    'Sao chép sổ, sổ mẫu và toàn bộ tệp minh chứng sang nơi mới.',
    'Đọc lại bản sao và đối chiếu từng tệp với bản gốc.',
    'Dùng sổ ở nơi mới. Bản cũ được cất ở nơi cũ, không bị xóa.',
  ],
  insist: 'Tôi hiểu và vẫn muốn lưu ở đó',
  move: 'Chuyển dữ liệu',
  step: {
    preparing: 'Đang chuẩn bị…',
    copying: 'Đang sao chép…',
    verifying: 'Đang đối chiếu bản sao…',
    switching: 'Đang chuyển sang nơi mới…',
    finishing: 'Đang cất bản cũ…',
  } satisfies Record<MoveStep, string>,
  filesOf: (done: string, all: string) => `${done}/${all} tệp`,
  mayBeCutOff: 'Nếu mất điện giữa chừng, sổ vẫn nguyên ở nơi cũ.',
  moved: (path: string) => `Đã chuyển dữ liệu đến ${path}`,

  chooseOther: 'Chọn thư mục khác…',
};
