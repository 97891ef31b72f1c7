/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-memory.h"

#include <gio/gio.h>

#ifdef __GLIBC__
#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

void
hearten_memory_prepare (void)
{
  /* The files here are local: no module for others is loaded. What is started from here may need one. */
  if (g_getenv ("GIO_USE_VFS") == NULL)
    {
      g_setenv ("GIO_USE_VFS", "local", TRUE);
      g_vfs_get_default ();
      g_unsetenv ("GIO_USE_VFS");
    }
#ifdef __GLIBC__
  /* Its threads hardly ever allocate at the same time. */
  mallopt (M_ARENA_MAX, 1);
#endif
}

#ifdef __GLIBC__
/* Only what cannot be written to is the same as in the file. */
static int
drop_read_only (struct dl_phdr_info *object, size_t size, void *data)
{
  const ElfW (Addr) page = *(ElfW (Addr) *) data;

  for (ElfW (Half) i = 0; i < object->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *segment = &object->dlpi_phdr[i];
      ElfW (Addr) begin = (object->dlpi_addr + segment->p_vaddr) & ~(page - 1);
      ElfW (Addr) end = object->dlpi_addr + segment->p_vaddr + segment->p_filesz;

      if (segment->p_type == PT_LOAD && (segment->p_flags & PF_W) == 0)
        madvise ((void *) begin, end - begin, MADV_DONTNEED);
    }
  return 0;
}
#endif

void
hearten_memory_give_back (void)
{
#ifdef __GLIBC__
  ElfW (Addr) page = (ElfW (Addr)) sysconf (_SC_PAGESIZE);

  malloc_trim (0);
  dl_iterate_phdr (drop_read_only, &page);
#endif
}
