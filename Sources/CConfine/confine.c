// Landlock, resource limits and the adoption of orphans, which Swift cannot call by itself.
#define _GNU_SOURCE
#include "include/confine.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int confine_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

int confine_resources(unsigned long bytes, unsigned long file_bytes, unsigned long seconds) {
  struct rlimit memory = {bytes, bytes}, file = {file_bytes, file_bytes};
  struct rlimit time = {seconds, seconds + 1}, none = {0, 0};
  // Whoever started us may have ignored or blocked the signals by which the limits end a process.
  sigset_t blocked;
  sigemptyset(&blocked);
  sigprocmask(SIG_SETMASK, &blocked, NULL);
  signal(SIGXFSZ, SIG_DFL);
  signal(SIGXCPU, SIG_DFL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // not without its supervisor
  return setrlimit(RLIMIT_AS, &memory) || setrlimit(RLIMIT_FSIZE, &file) ||
         setrlimit(RLIMIT_CPU, &time) || setrlimit(RLIMIT_CORE, &none);
}

// The kernel's numbers, which older headers lack: the version of Landlock that knows each.
enum {
  changes_of_version_1 = 0x1FFE & ~(1 << 2 | 1 << 3),  // all but executing, reading files, folders
  moving_between_folders = 1 << 13,                    // version 2
  truncating = 1 << 14,                                // version 3
  signals = 1 << 1                                     // version 6
};

struct rules {
  uint64_t files, network, scoped;
};

static int allow(int rules, const char *path, uint64_t changes) {
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return -1;
  struct landlock_path_beneath_attr beneath = {.allowed_access = changes, .parent_fd = place};
  int result = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close(place);
  return result;
}

int confine_to_folder(const char *folder) {
  long version = syscall(SYS_landlock_create_ruleset, 0, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return 1;
  uint64_t changes = changes_of_version_1;
  if (version >= 2) changes |= moving_between_folders;
  if (version >= 3) changes |= truncating;
  struct rules asked = {.files = changes, .network = 0, .scoped = version >= 6 ? signals : 0};
  size_t size = version >= 6 ? sizeof asked : sizeof asked.files;
  int rules = syscall(SYS_landlock_create_ruleset, &asked, size, 0);
  if (rules < 0) return -1;
  int failed = allow(rules, folder, changes) || allow(rules, "/dev/null", 1 << 1) ||
               prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
               syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
  return failed ? -1 : 0;
}
