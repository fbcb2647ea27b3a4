// The fastest this processor can multiply and add: chains of fused multiply-adds that do not wait for
// each other or for memory. A benchmark divides by it.
#include "peak.h"

typedef float vector __attribute__((vector_size(64)));  // sixteen floats, split where narrower
enum { chains = 24, lanes = 16 };

#if defined(__x86_64__)
#define FOR(processor) __attribute__((target(processor), noinline))
#else
#define FOR(processor) __attribute__((noinline))
#endif

#pragma STDC FP_CONTRACT ON
__attribute__((always_inline)) static inline float run(long rounds, int used) {
  vector sums[chains];
  for (int c = 0; c < chains; c++) sums[c] = (vector){} + (float)c;
  vector factor = (vector){} + 0.999f, addend = (vector){} + 0.001f;
  for (long r = 0; r < rounds; r++) {
    // More chains than a multiply-add takes cycles, but no more than there are registers.
    _Pragma("clang loop unroll(full)") for (int c = 0; c < chains; c++)
      if (c < used) sums[c] = sums[c] * factor + addend;
    __asm__ volatile("" ::: "memory");
  }
  float total = 0;
  for (int c = 0; c < chains; c++) for (int l = 0; l < lanes; l++) total += sums[c][l];
  return total;
}

#if defined(__x86_64__)
FOR("avx512f") static float run_avx512(long rounds) { return run(rounds, 24); }
FOR("avx2,fma") static float run_avx2(long rounds) { return run(rounds, 6); }
#endif
static float run_baseline(long rounds) { return run(rounds, 3); }

static int kind(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return 2;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 1;
#endif
  return 0;
}

float peak_run(long rounds) {
#if defined(__x86_64__)
  if (kind() == 2) return run_avx512(rounds);
  if (kind() == 1) return run_avx2(rounds);
#endif
  return run_baseline(rounds);
}

long peak_operations_per_round(void) {
  static const int used[] = {3, 6, 24};
  return 2L * lanes * used[kind()];
}

const char *peak_vectors(void) {
  static const char *names[] = {"baseline", "AVX2", "AVX-512"};
  return names[kind()];
}
