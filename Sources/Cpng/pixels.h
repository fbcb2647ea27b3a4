// Reads a PNG in memory as 8-bit red, green, blue and alpha.
//
// In C, because libpng leaves its functions with longjmp when something is wrong. Its simplified interface
// does without, but converts color spaces and rounds 16-bit numbers to 8 bits.
#pragma once
#include <png.h>
#include <setjmp.h>
#include <string.h>

/// A file in memory, how far it has been read, and why libpng stopped, if it did.
struct png_source {
  const unsigned char *bytes;
  size_t count, place;
  char message[128];
};

static inline void png_source_read(png_structp png, png_bytep bytes, size_t count) {
  struct png_source *source = (struct png_source *)png_get_io_ptr(png);
  if (count > source->count - source->place) png_error(png, "read beyond end of data");
  memcpy(bytes, source->bytes + source->place, count);
  source->place += count;
}

static inline void png_source_error(png_structp png, png_const_charp message) {
  struct png_source *source = (struct png_source *)png_get_error_ptr(png);
  strncpy(source->message, message, sizeof source->message - 1);
  png_longjmp(png, 1);
}

static inline void png_source_warning(png_structp png, png_const_charp message) {
  (void)png, (void)message;
}

/// Of a 16-bit number the higher byte is kept; no color space is converted.
static inline void png_source_transform(png_structp png) {
  png_set_expand(png);
  png_set_strip_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

/// Reads the size, and the pixels too unless `rgba` is null.
///
/// - `rgba`: room for `4 * *width * *height` bytes, the size that was read before.
/// - Returns 1, or 0 with the reason in `source->message`.
static inline int png_source_decode(
    struct png_source *source, unsigned *width, unsigned *height, unsigned char *rgba) {
  png_structp png = png_create_read_struct(
      PNG_LIBPNG_VER_STRING, source, png_source_error, png_source_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    png_destroy_read_struct(&png, NULL, NULL);
    strcpy(source->message, "out of memory");
    return 0;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    return 0;
  }
  source->place = 0;
  png_set_read_fn(png, source, png_source_read);
  png_set_benign_errors(png, 1);
  // Only the chunks with pixels, palette and transparency are needed.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_read_info(png, info);
  if (!rgba) {
    *width = png_get_image_width(png, info);
    *height = png_get_image_height(png, info);
  } else {
    png_source_transform(png);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    for (int pass = 0; pass < passes; pass++)
      for (unsigned y = 0; y < *height; y++) png_read_row(png, rgba + (size_t)4 * *width * y, NULL);
  }
  png_destroy_read_struct(&png, &info, NULL);
  return 1;
}
