// Every function of this module twice, for processors with AVX-512 and for all others, and the choice between them.
#include "winograd.h"
#include <stdatomic.h>

typedef float vector __attribute__((ext_vector_type(16)));  // split where registers are narrower
#define INLINE __attribute__((always_inline)) static inline
#pragma STDC FP_CONTRACT ON

INLINE long least(long a, long b) { return a < b ? a : b; }
int winograd_right_group(long channels) { return channels % 32 ? 16 : 32; }

#include "maps.h"
#include "maps3.h"
#include "products.h"
#include "squares.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#define NAME(f) f##_avx512
#include "schemes.h"
#undef NAME
#pragma clang attribute pop
#define PICK(f) (winograd_has_vectors() ? f##_avx512 : f##_baseline)
int winograd_has_vectors(void) { return __builtin_cpu_supports("avx512f") != 0; }
#else
#define PICK(f) f##_baseline
int winograd_has_vectors(void) { return 0; }
#endif

#define NAME(f) f##_baseline
#include "schemes.h"

const winograd_scheme *winograd_scheme_of(int name) { return &PICK(schemes)[name]; }

void winograd_finish(void) { atomic_thread_fence(memory_order_seq_cst); }

void winograd_product(const float *left, const float *right, float *sums, long tiles, long inner, long columns) {
  PICK(product)(left, right, sums, tiles, inner, columns);
}

void winograd_product_gradient(const float *left, const float *right, float *sums, long tiles, long first, long last,
                               long rows, long columns, int adds) {
  PICK(product_gradient)(left, right, sums, tiles, first, last, rows, columns, adds);
}
