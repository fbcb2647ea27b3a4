// Every loop of this module for processors with AVX-512, for those with AVX2 and for all, and the choice between them.
#include "planes.h"

typedef float vector __attribute__((ext_vector_type(16)));  // split where registers are narrower
typedef int mask __attribute__((ext_vector_type(16)));
typedef double doubles __attribute__((ext_vector_type(16)));
#define V(floats) ((vector *)(floats))
// Swift aligns its own vectors to 16 bytes only.
typedef float loose_vector __attribute__((ext_vector_type(16), aligned(4)));
typedef double loose_doubles __attribute__((ext_vector_type(16), aligned(8)));
typedef struct { loose_vector mean, slope, bias, floor; } map_t;
#pragma clang diagnostic ignored "-Wpsabi"  // vectors are passed between functions that are inlined only
#define INLINE __attribute__((always_inline)) static inline
#pragma STDC FP_CONTRACT ON

#if defined(__x86_64__)
#define NAME(f) f##_avx512
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#include "loops.h"
#include "pooling.h"
#include "table.h"
#pragma clang attribute pop
#undef NAME
#define NAME(f) f##_avx2
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "loops.h"
#include "pooling.h"
#include "table.h"
#pragma clang attribute pop
#undef NAME
#endif

#define NAME(f) f##_any
#include "loops.h"
#include "pooling.h"
#include "table.h"

const plane_loops *plane_loops_for_any(void) { return &loops_any; }

const plane_loops *plane_loops_for_this(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return &loops_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &loops_avx2;
#endif
  return &loops_any;
}
