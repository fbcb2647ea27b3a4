// The threads that oneDNN and our own loops compute on: the seven functions that they call of an
// OpenMP runtime, so that a thread that waits for another soon makes room for it.
//
// The threads of a net wait for each other dozens of times in a training step. In GNU's runtime, libgomp,
// a waiting thread spins for some 15 ms before it sleeps. On a busy machine it so takes the processor from
// the very thread it waits for, and a step of 4 ms takes hundreds. Only an environment variable read before
// main could change that. Programs export these definitions (Package.swift): they come before libgomp's.

#define _GNU_SOURCE
#include "threads.h"
#include "gates.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

// The region that is being computed; one at a time, whichever thread of the program it is for.
enum { most = 256 };  // parts
static pthread_mutex_t region = PTHREAD_MUTEX_INITIALIZER;
static void (*region_body)(void *), *region_data;
static unsigned region_parts;
static atomic_uint is_open[most];  // parts that nobody has begun; worker k has part k, the caller part 0
static atomic_uint unfinished, arrived;  // parts; threads at the barrier
static gate_t begun, ended, barrier;

// Where this thread is in its region; outside of any it is the only one.
static _Thread_local unsigned number = 0, team = 1, is_inside = 0;

// Computes a part, unless somebody else has begun it. Only an open part may be looked into: the region
// cannot end before it.
static void compute(unsigned part) {
  if (!atomic_exchange(&is_open[part], 0)) return;
  (number = part, team = region_parts, is_inside = 1);
  region_body(region_data);
  (number = 0, team = 1, is_inside = 0);
  if (atomic_fetch_sub(&unfinished, 1) == 1) open_gate(&ended);
}

static unsigned hired_after;  // the turn that the workers hired last begin after

static void *work(void *part) {
  for (unsigned turn = hired_after;;) {
    wait_after(&begun, turn);
    turn = turn_of(&begun);
    compute((unsigned)(size_t)part);
  }
  return NULL;
}

static void hire(int wanted) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);  // signals are for the program's own threads
  hired_after = turn_of(&begun);
  for (; workers < wanted; workers++) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, (void *)(size_t)(workers + 1)) != 0) {
      fprintf(stderr, "Fatal error: the system has no thread more; %d are in use\n", workers + 1);
      abort();
    }
    pthread_detach(thread);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// Calls `body` once on each of so many threads, the caller's among them; 0 means as many as there are cores.
void GOMP_parallel(void (*body)(void *), void *data, unsigned threads, unsigned flags) {
  (void)flags;
  unsigned usual = (unsigned)omp_get_max_threads();  // counts the cores
  threads = threads == 0 ? usual : threads > most ? most : threads;
  if (is_inside || threads == 1) {  // alone, inside a region too
    unsigned outer[] = {number, team};
    (number = 0, team = 1, body(data));
    (number = outer[0], team = outer[1]);
    return;
  }
  pthread_mutex_lock(&region);
  if (workers < (int)threads - 1) hire((int)threads - 1);
  (region_body = body, region_data = data, region_parts = threads);
  atomic_store(&unfinished, threads);
  for (unsigned part = 0; part < threads; part++) atomic_store(&is_open[part], 1);
  unsigned turn = turn_of(&ended);
  open_gate(&begun);
  // A worker that has not begun by now sleeps, or waits for a processor: its part is done sooner here.
  // If part 0 needed the others, at a barrier, they have all begun.
  for (unsigned part = 0; part < threads; part++) compute(part);
  wait_after(&ended, turn);
  pthread_mutex_unlock(&region);
}

void GOMP_barrier(void) {
  unsigned turn = turn_of(&barrier);
  if (team == 1) return;
  if (atomic_fetch_add(&arrived, 1) + 1 < team) return wait_after(&barrier, turn);
  atomic_store(&arrived, 0);
  open_gate(&barrier);
}

int omp_get_thread_num(void) { return (int)number; }
int omp_get_num_threads(void) { return (int)team; }
int omp_in_parallel(void) { return (int)is_inside; }

static void count_cores(void) {
  cpu_set_t set;
  cores = getenv("OMP_NUM_THREADS") ? atoi(getenv("OMP_NUM_THREADS")) : 0;
  if (cores < 1) cores = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  if (cores > most) cores = most;
}

static _Thread_local int asked_for;
void omp_set_num_threads(int threads) { asked_for = threads; }

int omp_get_max_threads(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, count_cores);
  return asked_for > 0 ? asked_for : cores;
}
