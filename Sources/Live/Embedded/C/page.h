// What the engine asks of the C library, which is wasi-libc, and of the page.
#pragma once
#include <stddef.h>

double exp(double), log(double), cos(double), tanh(double), erfc(double), pow(double, double);
float expf(float), logf(float);
int posix_memalign(void **, size_t, size_t);
void free(void *);

// Where memory begins that nothing else uses, and more of it in pages of 64 KB: how many there were, or −1.
extern unsigned char __heap_base;
static inline void *page_heap(void) { return (void *)(((size_t)&__heap_base + 15) & ~(size_t)15); }
static inline long page_grow(long pages) { return (long)__builtin_wasm_memory_grow(0, (size_t)pages); }

__attribute__((import_module("page"), import_name("stop")))
void page_stop(const void *sentence, long count);

// There is one thread, so a lock has nothing to do.
typedef int pthread_mutex_t, pthread_mutexattr_t;
enum { PTHREAD_MUTEX_RECURSIVE };
static inline int pthread_mutexattr_init(pthread_mutexattr_t *a) { return 0; }
static inline int pthread_mutexattr_settype(pthread_mutexattr_t *a, int kind) { return 0; }
static inline int pthread_mutexattr_destroy(pthread_mutexattr_t *a) { return 0; }
static inline int pthread_mutex_init(pthread_mutex_t *m, const pthread_mutexattr_t *a) { return 0; }
static inline int pthread_mutex_destroy(pthread_mutex_t *m) { return 0; }
static inline int pthread_mutex_lock(pthread_mutex_t *m) { return 0; }
static inline int pthread_mutex_unlock(pthread_mutex_t *m) { return 0; }
