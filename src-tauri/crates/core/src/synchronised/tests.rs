use super::*;

fn keeper_of(path: &str) -> Option<Keeper> {
    judge(&Facts { ways: vec![path.to_owned()], ..Facts::default() })
}

#[test]
fn a_folder_is_known_by_its_name_on_every_system() {
    use Keeper::*;
    for (path, keeper) in [
        (r"C:\Users\An\OneDrive\Sổ", Some(OneDrive)),
        (r"C:\Users\An\OneDrive - Liên đoàn Lao động\Documents", Some(OneDrive)),
        ("/Users/an/Library/CloudStorage/OneDrive-Personal/so", Some(OneDrive)),
        (r"C:\Users\An\OneDriveCu", None),
        (r"G:\My Drive\Sổ", Some(GoogleDrive)),
        (r"G:\Drive của tôi\Sổ", Some(GoogleDrive)),
        (r"C:\Users\An\Google Drive\x", Some(GoogleDrive)),
        ("/Users/an/Library/CloudStorage/GoogleDrive-an@vi-du.vn/My Drive", Some(GoogleDrive)),
        (r"C:\Users\An\AppData\Local\Google\DriveFS\123", Some(GoogleDrive)),
        (r"D:\Dropbox (Công đoàn)\x", Some(Dropbox)),
        ("/home/an/Dropbox/so", Some(Dropbox)),
        ("/home/an/.dropbox-dist/so", None),
        (r"C:\Users\An\iCloudDrive\x", Some(ICloud)),
        ("/Users/an/Library/Mobile Documents/com~apple~CloudDocs/x", Some(ICloud)),
        (r"C:\Users\An\Box\x", Some(Box)),
        ("/home/an/Box", Some(Box)),
        (r"D:\Box\x", None),
        (r"D:\Tài liệu\box", None),
        (r"C:\Users\An\Nextcloud\x", Some(Nextcloud)),
        (r"C:\Users\An\SynologyDrive\x", Some(SynologyDrive)),
        (r"\\may-chu\chung\so", Some(NetworkShare)),
        (r"\\?\UNC\may-chu\chung\so", Some(NetworkShare)),
        (r"\\?\C:\Users\An\AppData\Local\so-tuyen-giao", None),
        (r"\\.\C:\so", None),
        (r"C:\Users\An\AppData\Local\so-tuyen-giao", None),
        (r"E:\so-tuyen-giao", None),
        ("/home/an/.local/share/so-tuyen-giao", None),
    ] {
        assert_eq!(keeper_of(path), keeper, "{path}");
    }
    let decomposed: String = r"G:\Drive của tôi".nfd().collect();
    assert_eq!(keeper_of(&decomposed), Some(GoogleDrive), "letters may come in parts");
}

#[test]
fn a_folder_that_a_program_says_is_its_own_is_known_in_any_spelling() {
    let claimed = vec![(Keeper::OneDrive, r"D:\Mây\Cơ quan".to_owned())];
    for (path, keeper) in [
        (r"D:\Mây\Cơ quan\so", Some(Keeper::OneDrive)),
        ("d:/mây/cơ QUAN/so", Some(Keeper::OneDrive)),
        (r"D:\Mây\Cơ quan khác\so", None),
        (r"D:\Mây", None),
    ] {
        let facts = Facts { ways: vec![path.to_owned()], claimed: claimed.clone(), ..Facts::default() };
        assert_eq!(judge(&facts), keeper, "{path}");
    }
    let nothing = vec![(Keeper::OneDrive, String::new())];
    let facts = Facts { ways: vec!["D:\\so".to_owned()], claimed: nothing, ..Facts::default() };
    assert_eq!(judge(&facts), None, "a variable that is empty claims nothing");
}

#[test]
fn a_folder_is_known_by_what_a_program_has_put_into_it() {
    for (name, keeper) in [
        (".dropbox", Some(Keeper::Dropbox)),
        (".dropbox.cache/", Some(Keeper::Dropbox)),
        (".dropbox/", None),
        (".shortcut-targets-by-id/", Some(Keeper::GoogleDrive)),
        (".sync_1a2b.db", Some(Keeper::Nextcloud)),
        ("._sync_1a2b.db", Some(Keeper::Nextcloud)),
        (".nextcloudsync.log", Some(Keeper::Nextcloud)),
        (".SynologyWorkingDirectory/", Some(Keeper::SynologyDrive)),
        (".sync_ghi chú.txt", None),
        (".git/", None),
    ] {
        let facts = Facts { ways: vec!["/d/so".to_owned()], beside: vec![name.to_owned()], ..Facts::default() };
        assert_eq!(judge(&facts), keeper, "{name}");
    }
}

#[test]
fn a_folder_of_another_pc_is_known_by_its_file_system() {
    let mounts = "server:/chung /mnt/chung nfs4 rw 0 0\n//may/so /mnt/co\\040quan cifs rw 0 0\n/dev/sda1 /mnt/chung/o ext4 rw 0 0\n\
                  an@may: /home/an/may fuse.sshfs rw 0 0\ndrive /home/an/g fuse.google-drive-ocamlfuse rw 0 0\nroot / 9p rw 0 0";
    let mounts: Vec<(String, String)> = mounts.lines().filter_map(read_mount).collect();
    for (path, keeper) in [
        ("/mnt/chung/so", Some(Keeper::NetworkShare)),
        ("/mnt/co quan/so", Some(Keeper::NetworkShare)),
        ("/mnt/chung/o/so", None),
        ("/mnt/chung2/so", None),
        ("/home/an/may", Some(Keeper::NetworkShare)),
        ("/home/an/g/so", Some(Keeper::GoogleDrive)),
        ("/home/an/so", None),
    ] {
        let facts = Facts { ways: vec![path.to_owned()], mounts: mounts.clone(), ..Facts::default() };
        assert_eq!(judge(&facts), keeper, "{path}");
    }
}

#[test]
fn the_folders_above_are_looked_at_also_for_one_that_is_not_there_yet() {
    let home = tempfile::tempdir().unwrap();
    let new = home.path().join("mới/so");
    let nothing = |_: &str| None;
    assert_eq!(find_keeper(&new, &nothing), None);
    std::fs::create_dir(home.path().join(".dropbox.cache")).unwrap();
    assert_eq!(find_keeper(&new, &nothing), Some(Keeper::Dropbox));
    std::fs::remove_dir(home.path().join(".dropbox.cache")).unwrap();
    let folder = home.path().as_os_str().to_owned();
    let one_drive = |name: &str| (name == "OneDriveCommercial").then(|| folder.clone());
    assert_eq!(find_keeper(&new, &one_drive), Some(Keeper::OneDrive));
}
