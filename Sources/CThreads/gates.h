// Gates at which threads wait for one another: they look for a moment, and then sleep until woken.

#include <limits.h>
#include <linux/futex.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// How often a thread looks before it sleeps, about 50 ns each. If there are more threads than cores, somebody
// surely waits for this one's.
enum { few_looks = 100, looks = 300, many_looks = 2000 };
static int cores, workers;

// A sleep this short, in ns, was not worth it: waking takes as long, and meanwhile a core was idle. So next time the thread
// looks twice as often. After a long one, as on a busy machine, it looks no longer than at first.
enum { short_sleep = 200000 };
static _Thread_local int patience = looks;

// A gate is passed in turns: whoever waits for the turn after `turn` passes when somebody opens it.
typedef struct { _Alignas(64) atomic_uint turn; atomic_uint sleepers; } gate_t;
static unsigned turn_of(gate_t *gate) { return atomic_load(&gate->turn); }

static void open_gate(gate_t *gate) {
  atomic_fetch_add(&gate->turn, 1);
  if (atomic_load(&gate->sleepers) > 0)
    syscall(SYS_futex, &gate->turn, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}

static long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

static void wait_after(gate_t *gate, unsigned turn) {
  for (int i = workers < cores ? patience : few_looks; i > 0; i--) {
    if (turn_of(gate) != turn) return;
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
  }
  long start = nanoseconds();
  atomic_fetch_add(&gate->sleepers, 1);
  while (turn_of(gate) == turn)
    syscall(SYS_futex, &gate->turn, FUTEX_WAIT_PRIVATE, turn, NULL, NULL, 0);
  atomic_fetch_sub(&gate->sleepers, 1);
  int was_short = nanoseconds() - start < short_sleep;
  patience = !was_short ? looks : patience < many_looks / 2 ? 2 * patience : many_looks;
}
